using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;

namespace WeightedRun.Worker.Web.Admin;

/// <summary>An admin is signed in by a cookie of his own, for a working day.</summary>
internal static class AdminSessions
{
    /// <summary>The cookie's scheme, and the policy of the pages for admins.</summary>
    public const string Scheme = "admin";
    public const string Claim = "admin";

    public static Task BeginAsync(HttpContext context, string by) =>
        context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(Claim, by)], Scheme)));

    /// <summary>In the same time whatever is given. No password set: none is right.</summary>
    public static bool IsPassword(string expected, string? given) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(given ?? ""))) && expected.Length > 0;
}
