using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Connections;

/// <summary>Encrypts what opens a runner's account, bound to the connection it belongs to: copied to another row it is worthless.</summary>
internal sealed class TokenProtection(IDataProtectionProvider protection)
{
    // Never change it: what is stored was encrypted for this purpose.
    private const string Purpose = "weightedrun connection tokens";

    public byte[] Protect(ConnectionId connection, string token) => For(connection).Protect(Encoding.UTF8.GetBytes(token));

    /// <exception cref="System.Security.Cryptography.CryptographicException">The key is gone, or the bytes are another connection's.</exception>
    public string Unprotect(ConnectionId connection, byte[] encrypted) => Encoding.UTF8.GetString(For(connection).Unprotect(encrypted));

    public byte[] Protect(ConnectionId connection, byte[] content) => For(connection).Protect(content);

    /// <exception cref="System.Security.Cryptography.CryptographicException">The key is gone, or the bytes are another connection's.</exception>
    public byte[] UnprotectBytes(ConnectionId connection, byte[] encrypted) => For(connection).Unprotect(encrypted);

    private IDataProtector For(ConnectionId connection) =>
        protection.CreateProtector(Purpose, connection.Value.ToString(CultureInfo.InvariantCulture));
}
