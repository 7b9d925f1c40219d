using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace WeightedRun.Worker.Links;

/// <summary>
/// The tokens in links that go out by mail: nobody can make, read or change one, each opens one purpose, and it ends by itself.
/// Whoever holds the link may do what it says, without signing in, and nothing else.
/// </summary>
internal sealed class SignedLinks(IDataProtectionProvider protection)
{
    // Never change it: links in mails that were sent were signed for this purpose.
    private readonly IDataProtector _protector = protection.CreateProtector("weightedrun links");

    /// <summary>A token of letters, digits, "-" and "_".</summary>
    public string Sign(string purpose, string content, TimeSpan lifetime) => For(purpose).Protect(content, lifetime);

    /// <summary>Null when it is missing, damaged, of another purpose, or too old.</summary>
    public string? Open(string purpose, string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null : For(purpose).Unprotect(token);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector For(string purpose) => _protector.CreateProtector(purpose).ToTimeLimitedDataProtector();
}
