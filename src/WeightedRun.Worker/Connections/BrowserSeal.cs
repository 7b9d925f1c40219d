using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace WeightedRun.Worker.Connections;

/// <summary>Values that a browser carries for a while and cannot make or change: the way to a provider and back, and whose way it was.</summary>
internal sealed class BrowserSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("weightedrun browser");

    public string Seal(string purpose, string value, TimeSpan lifetime) => For(purpose).Protect(value, lifetime);

    /// <summary>Null when it is missing, of another purpose, too old, or not ours.</summary>
    public string? Open(string purpose, string? sealedValue)
    {
        try
        {
            return sealedValue is null ? null : For(purpose).Unprotect(sealedValue);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector For(string purpose) => _protector.CreateProtector(purpose).ToTimeLimitedDataProtector();
}
