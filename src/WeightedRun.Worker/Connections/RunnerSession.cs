using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Connections;

/// <summary>A runner is signed in by a cookie that says who he is, and nothing else.</summary>
internal static class RunnerSession
{
    /// <summary>The cookie's scheme, and the policy of all pages that need it.</summary>
    public const string Scheme = "runner";

    public static Task BeginAsync(HttpContext context, RunnerId runner)
    {
        var identity = new ClaimsIdentity([new Claim(SignedIn.RunnerClaim, runner.Value.ToString(CultureInfo.InvariantCulture))], Scheme);
        return context.SignInAsync(Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
    }
}
