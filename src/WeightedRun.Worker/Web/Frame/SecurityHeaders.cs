using Microsoft.Extensions.Options;
using WeightedRun.Worker.Providers.Strava;

namespace WeightedRun.Worker.Web.Frame;

/// <summary>What every answer tells the browser not to do.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<StravaOptions> strava)
{
    // A form that ends in a redirect to Strava counts as one that is sent there.
    private readonly string _policy =
        $"default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self' {strava.Value.OAuthBaseUrl.GetLeftPart(UriPartial.Authority)}; base-uri 'self'; frame-ancestors 'none'";

    // Hangfire's dashboard brings its own scripts and styles, and sets widths in style attributes.
    private const string DashboardPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/jobs") ? DashboardPolicy : _policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "geolocation=(), camera=(), microphone=()";
        // Pages are a runner's own: no cache between keeps them. What may be kept says so itself.
        headers.CacheControl = "no-store";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";

        return next(context);
    }
}
