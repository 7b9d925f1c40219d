using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Weeks;

internal static class WeekPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        // Whoever has not read the health notice yet begins with it.
        pages.MapGet("/week", async (HttpContext context, WeekReports reports, CancellationToken cancellation) =>
            Visitors.Required(context).HealthNoticeAt is null ? Results.LocalRedirect("~/welcome") : await ShowAsync(context, reports, null, cancellation));
        pages.MapGet("/week/{label}", (string label, HttpContext context, WeekReports reports, CancellationToken cancellation) => ShowAsync(context, reports, label, cancellation));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, WeekReports reports, string? label, CancellationToken cancellation) =>
        await reports.ReadAsync(Visitors.Required(context), label, cancellation) is { } view ? Show.Page<WeekPage>(view) : Results.NotFound();
}
