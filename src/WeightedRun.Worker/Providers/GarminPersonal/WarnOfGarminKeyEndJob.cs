using System.Globalization;
using WeightedRun.Worker.Links;
using WeightedRun.Worker.Mail;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>Tells runners a week ahead that their key ends: without a new one no run comes any more. A letter that was sent twice has one Message-ID.</summary>
internal sealed partial class WarnOfGarminKeyEndJob(GarminKeyEnds ends, Postbox postbox, PublicAddress address, TimeProvider time, ILogger<WarnOfGarminKeyEndJob> log)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var key in await ends.ReadDueAsync(cancellation))
        {
            if (!EmailAddress.TryParse(key.Email, out var to))
                continue;

            var delivery = await postbox.SendAsync(LetterOf(key, to), cancellation);
            if (delivery.Outcome is DeliveryOutcome.Taken or DeliveryOutcome.Ambiguous or DeliveryOutcome.Refused)
                await ends.RecordWarnedAsync(key.ConnectionId, cancellation);
            else
                LogNotSent(key.ConnectionId.Value, delivery.Outcome);

            if (delivery.Outcome == DeliveryOutcome.Unreachable)
                return;
        }
    }

    private Letter LetterOf(KeyEnd key, EmailAddress to)
    {
        var day = key.EndsAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        var ends = key.EndsAt > time.GetUtcNow() ? $"ends on {day}" : $"ended on {day}";
        return new Letter
        {
            To = to,
            Kind = "garmin-key-end",
            Key = string.Create(CultureInfo.InvariantCulture, $"{key.ConnectionId.Value}-{key.EndsAt:yyyyMMdd}"),
            Subject = $"Your Garmin key {ends}",
            Text = $"""
                The key with which WeightedRun reads your runs from Garmin {ends}. After that no run comes any more, and your weekly digest would miss them.

                1. On a computer, sign in at connect.garmin.com and open https://connect.garmin.com/app/settings/personalApiToken
                2. Choose "Create Key" and for how many days it shall work. Garmin shows the key once: copy it.
                3. Paste it at {address.Of("connect/garmin")}

                What you have entered and what was read stays as it is.
                """,
        };
    }

    [LoggerMessage(LogLevel.Warning, "The runner of connection {ConnectionId} could not be told that the key ends ({Outcome}); it is tried again within the hour")]
    private partial void LogNotSent(long connectionId, DeliveryOutcome outcome);
}
