using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Uploads;

/// <summary>A runner's own files, read at once; the page afterwards says what came of each.</summary>
internal static class UploadPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        var options = pages.ServiceProvider.GetRequiredService<IOptions<WebOptions>>().Value;
        pages.MapGet("/upload", (HttpContext context) => Ask(context, options, null));
        pages.MapPost("/upload", (HttpContext context, UploadReading reading, CancellationToken cancellation) => ReadAsync(context, reading, options, cancellation))
            .RequireRateLimiting(RateLimits.Upload)
            .WithMetadata(new RequestSizeLimitAttribute(options.UploadBytes));
        pages.MapGet("/upload/{id:long}", async (long id, HttpContext context, UploadReports reports, CancellationToken cancellation) =>
            await reports.FindAsync(Visitors.Required(context).RunnerId, id, cancellation) is { } report ? Show.Page<UploadReportPage>(report) : Results.NotFound());
    }

    private static RazorComponentResult<UploadPage> Ask(HttpContext context, WebOptions options, string? fault) => Show.Page<UploadPage>(
        new UploadView(options.UploadMegabytes, Visitors.Required(context).Zone.Id, fault), fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> ReadAsync(HttpContext context, UploadReading reading, WebOptions options, CancellationToken cancellation)
    {
        var files = (await context.Request.ReadFormAsync(cancellation)).Files.Where(file => file.Length > 0).ToList();
        if (files.Count == 0)
            return Ask(context, options, "Choose a file first: FIT, TCX, GPX, or the ZIP of an export.");

        var id = await reading.ReadAsync(Visitors.Required(context), files, cancellation);
        return Results.LocalRedirect(FormattableString.Invariant($"~/upload/{id}"));
    }
}
