using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Account;

internal static class SettingsPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/settings", async (HttpContext context, RunnerSettings settings, CancellationToken cancellation) =>
            Show.Page<SettingsPage>(new SettingsView(ProfileViews.Of(await settings.ReadAsync(Visitors.Required(context).RunnerId, cancellation)), null)));
        pages.MapPost("/settings", SaveAsync).RequireRateLimiting(RateLimits.SignIn);
    }

    private static async Task<IResult> SaveAsync(HttpContext context, ProfileSaving saving, RunnerSettings settings, TimeProvider time, CancellationToken cancellation)
    {
        var visitor = Visitors.Required(context);
        var form = await context.Request.ReadFormAsync(cancellation);
        var today = DateOnly.FromDateTime(visitor.LocalTime(time.GetUtcNow()));
        var reader = new SettingsForm(form, today);
        var input = reader.Read();
        if (reader.Faults.Count > 0)
            return Show.Page<SettingsPage>(new SettingsView(ProfileViews.Of(form, reader.Faults), null), StatusCodes.Status422UnprocessableEntity);

        var address = await saving.SaveAsync(visitor, input, today, cancellation);
        return Show.Page<SettingsPage>(new SettingsView(ProfileViews.Of(await settings.ReadAsync(visitor.RunnerId, cancellation)), address is null ? "Saved." : $"Saved. {address}"));
    }
}
