using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Account;

/// <summary>Everything that is kept of a runner: to look at, to take along, to delete.</summary>
internal static class DataPages
{
    private const string Word = "DELETE";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/data", async (HttpContext context, DataExport export, CancellationToken cancellation) =>
            Show.Page<DataPage>(new DataView(await export.CountAsync(Visitors.Required(context).RunnerId, cancellation), Visitors.Required(context).EmailConfirmedAt is not null)));
        pages.MapGet("/data/weightedrun.json", (HttpContext context, DataExport export, CancellationToken cancellation) =>
            Download(context, "application/json", "weightedrun.json", body => export.WriteJsonAsync(Visitors.Required(context).RunnerId, body, cancellation))).RequireRateLimiting(RateLimits.Upload);
        pages.MapGet("/data/runs.csv", (HttpContext context, DataExport export, CancellationToken cancellation) =>
            Download(context, "text/csv; charset=utf-8", "runs.csv", body => export.WriteCsvAsync(Visitors.Required(context).RunnerId, body, cancellation))).RequireRateLimiting(RateLimits.Upload);
        pages.MapGet("/delete", () => Ask(null));
        pages.MapPost("/delete", DeleteAsync).RequireRateLimiting(RateLimits.SignIn);
    }

    private static IResult Download(HttpContext context, string type, string name, Func<Stream, Task> write)
    {
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        return Results.Stream(write, type);
    }

    private static RazorComponentResult<ConfirmPage> Ask(string? fault) => Show.Page<ConfirmPage>(
        new ConfirmView(
            "Delete everything?",
            ["Your runs, your word about them, your settings, your address and your connections are deleted; the providers are told. It cannot be undone.", "If your address is confirmed, a receipt comes by mail. You may want to download your data first."],
            "delete", "Delete everything", new PageLink("data", "Your data"), Word, fault),
        fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> DeleteAsync(HttpContext context, Leaving leaving, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        if (!string.Equals(form.Text("word"), Word, StringComparison.OrdinalIgnoreCase))
            return Ask($"Type {Word}, or nothing is deleted.");

        await leaving.DeleteEverythingAsync(Visitors.Required(context).RunnerId, cancellation);
        await context.SignOutAsync(RunnerSession.Scheme);
        return Results.LocalRedirect("~/gone");
    }
}
