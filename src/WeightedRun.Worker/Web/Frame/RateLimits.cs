using System.Globalization;
using System.Threading.RateLimiting;
using WeightedRun.Worker.Connections;

namespace WeightedRun.Worker.Web.Frame;

/// <summary>How often one address, or one runner, may do what costs or what could be guessed at.</summary>
internal static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string MailLink = "mail-link";
    public const string Webhook = "webhook";
    public const string Upload = "upload";

    public static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var pause))
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(pause.TotalSeconds).ToString(CultureInfo.InvariantCulture);

            return ValueTask.CompletedTask;
        };
        limits.AddPolicy(SignIn, context => Window(context, 60, TimeSpan.FromMinutes(10)));
        limits.AddPolicy(MailLink, context => Window(context, 5, TimeSpan.FromMinutes(15)));
        // A provider pushes from a few addresses for all of its athletes: a thousand a second pass, a flood does not.
        limits.AddPolicy(Webhook, context => Window(context, 60_000, TimeSpan.FromMinutes(1)));
        limits.AddPolicy(Upload, context => Window(context, 30, TimeSpan.FromHours(1)));
    });

    private static RateLimitPartition<string> Window(HttpContext context, int permits, TimeSpan window)
    {
        var who = SignedIn.Runner(context) is { } runner ? $"runner {runner.Value}" : context.Connection.RemoteIpAddress?.ToString() ?? "";
        return RateLimitPartition.GetFixedWindowLimiter($"{context.GetEndpoint()?.DisplayName} {who}", _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window });
    }
}
