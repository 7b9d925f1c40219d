using WeightedRun.Worker.Digest.Sending;
using WeightedRun.Worker.Web.Frame;
using WeightedRun.Worker.Web.Runs;

namespace WeightedRun.Worker.Web.Trends;

internal static class TrendPages
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/trends", async (HttpContext context, RunnerRuns runs, Recipients recipients, CancellationToken cancellation) =>
    {
        var visitor = Visitors.Required(context);
        var log = (await runs.ReadAsync(visitor, cancellation)).Log;
        return Show.Page<TrendsPage>(TrendCharts.Of(log, (await recipients.FindAsync(visitor.RunnerId, cancellation))!.Profile, visitor.DigestUnits, runs.TodayOf(visitor)));
    });
}
