using System.Text;
using WeightedRun.Sandbox.Garmin;

namespace WeightedRun.Sandbox.GarminPartner.Notices;

/// <summary>A body as large as Garmin says a partner must take: summaries of hundreds of users, each with one activity.</summary>
internal static class LargeBody
{
    public static string Of(PartnerWorld world, int megabytes)
    {
        var body = new StringBuilder("""{"activities":[""");
        for (var i = 0; body.Length < megabytes * 1024 * 1024; i++)
        {
            var activity = new NewGarminActivity().ToActivity(new GarminActivityId(19_000_000_000 + i), new GarminUserId($"{i % 500:x32}"), world.Clock.GetUtcNow());
            var summary = SummaryJson.Of(activity, world.Quirks);
            summary["userId"] = activity.Owner.Value;
            body.Append(i > 0 ? "," : "").Append(summary.ToJsonString());
        }

        return body.Append("]}").ToString();
    }
}
