using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Uploads;

/// <summary>A runner's own files; the page afterwards says what came of each, or that they are still being read.</summary>
internal static class UploadPages
{
    private const int SecondsBetweenLooks = 3;

    public static void Map(IEndpointRouteBuilder pages)
    {
        var options = pages.ServiceProvider.GetRequiredService<IOptions<WebOptions>>().Value;
        pages.MapGet("/upload", (HttpContext context) => Ask(context, options, null));
        pages.MapPost("/upload", (HttpContext context, UploadReading reading, CancellationToken cancellation) => ReadAsync(context, reading, options, cancellation))
            .RequireRateLimiting(RateLimits.Upload)
            .WithMetadata(new RequestSizeLimitAttribute(options.UploadBytes));
        pages.MapGet("/upload/{id:long}", async (long id, HttpContext context, UploadReports reports, CancellationToken cancellation) =>
            await reports.FindAsync(Visitors.Required(context).RunnerId, id, cancellation) switch
            {
                null => Results.NotFound(),
                { IsReading: true } report => Wait(id, report),
                { } report => Show.Page<UploadReportPage>(report),
            });
    }

    private static RazorComponentResult<MessagePage> Wait(long id, UploadReport report) => Show.Page<MessagePage>(new MessageView(
        "Reading your files", [$"{report.FileName} has arrived and is being read. This page looks again by itself; you may also leave it, the reading goes on."], new PageLink(FormattableString.Invariant($"upload/{id}"), "Look now"), SecondsBetweenLooks));

    private static RazorComponentResult<UploadPage> Ask(HttpContext context, WebOptions options, string? fault) => Show.Page<UploadPage>(
        new UploadView(options.UploadMegabytes, Visitors.Required(context).Zone.Id, fault), fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> ReadAsync(HttpContext context, UploadReading reading, WebOptions options, CancellationToken cancellation)
    {
        var files = (await context.Request.ReadFormAsync(cancellation)).Files.Where(file => file.Length > 0).ToList();
        if (files.Count == 0)
            return Ask(context, options, "Choose a file first: FIT, TCX, GPX, or the ZIP of an export.");

        var id = await reading.BeginAsync(Visitors.Required(context), files, cancellation);
        return Results.LocalRedirect(FormattableString.Invariant($"~/upload/{id}"));
    }
}
