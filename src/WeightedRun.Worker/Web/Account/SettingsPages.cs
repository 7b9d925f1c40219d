using WeightedRun.Worker.Digest.Sending;
using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Account;

internal static class SettingsPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/settings", async (HttpContext context, RunnerSettings settings, CancellationToken cancellation) =>
            Show.Page<SettingsPage>(new SettingsView(ProfileViews.Of(await settings.ReadAsync(Visitors.Required(context).RunnerId, cancellation)), null)));
        pages.MapPost("/settings", SaveAsync).RequireRateLimiting(RateLimits.SignIn);
        pages.MapPost("/settings/test-digest", SendTestAsync).RequireRateLimiting(RateLimits.MailLink);
    }

    private static async Task<IResult> SendTestAsync(HttpContext context, TestDigest test, RunnerSettings settings, CancellationToken cancellation)
    {
        var visitor = Visitors.Required(context);
        var delivery = await test.SendAsync(visitor.RunnerId, cancellation);
        var done = delivery.Outcome switch
        {
            DeliveryOutcome.Taken => $"Last week's digest, marked as a test, is on its way to {visitor.Email}.",
            DeliveryOutcome.Refused => $"No test was sent: {delivery.Reason}.",
            _ => "The mail server cannot be reached just now. Try again in a few minutes.",
        };
        return Show.Page<SettingsPage>(new SettingsView(ProfileViews.Of(await settings.ReadAsync(visitor.RunnerId, cancellation)), done));
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
