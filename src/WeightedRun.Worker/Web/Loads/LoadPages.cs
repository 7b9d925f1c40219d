using WeightedRun.Worker.Tagging;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Loads;

/// <summary>What the runner's equipment weighs, said once: every run that names it is tagged by it, those of the past as well.</summary>
internal static class LoadPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/settings/loads", async (string? done, HttpContext context, LoadSettings settings, SeenGear gear, CancellationToken cancellation) =>
        {
            var visitor = Visitors.Required(context);
            var view = LoadsViews.Of(await settings.ReadAsync(visitor.RunnerId, cancellation), await gear.ReadAsync(visitor.RunnerId, cancellation), visitor);
            return Show.Page<LoadsPage>(view with { Done = done is null ? null : "Saved. Your runs have been read again, and their weeks are judged by it." });
        });
        pages.MapPost("/settings/loads", SaveAsync).RequireRateLimiting(RateLimits.SignIn);
    }

    private static async Task<IResult> SaveAsync(HttpContext context, LoadSettings settings, CancellationToken cancellation)
    {
        var visitor = Visitors.Required(context);
        var form = await context.Request.ReadFormAsync(cancellation);
        var reader = new LoadsForm(form, visitor.DigestUnits.IsImperial);
        var change = reader.Read();
        if (reader.Faults.Count > 0)
            return Show.Page<LoadsPage>(LoadsViews.Of(form, reader.Faults, await settings.ReadAsync(visitor.RunnerId, cancellation), visitor), StatusCodes.Status422UnprocessableEntity);

        await settings.ChangeAsync(visitor.RunnerId, change, cancellation);
        return Results.LocalRedirect("~/settings/loads?done=1");
    }
}
