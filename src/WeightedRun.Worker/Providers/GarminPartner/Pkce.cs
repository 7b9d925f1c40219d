using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>Proof that who exchanges the code is who asked for it (RFC 7636, S256).</summary>
/// <param name="Verifier">43 characters, kept with the state until the runner is back.</param>
/// <param name="Challenge">Sent ahead in the address.</param>
internal sealed record Pkce(string Verifier, string Challenge)
{
    private const int VerifierBytes = 32;

    public static Pkce Create() => Of(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(VerifierBytes)));

    public static Pkce Of(string verifier) => new(verifier, Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))));

    /// <summary>Says nothing: records print their members, and these belong in no log.</summary>
    public override string ToString() => nameof(Pkce);
}
