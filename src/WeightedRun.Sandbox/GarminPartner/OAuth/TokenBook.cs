using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using WeightedRun.Sandbox.Garmin;

namespace WeightedRun.Sandbox.GarminPartner.OAuth;

/// <summary>Codes, access tokens of a day, refresh tokens of three months that change with each use.</summary>
internal sealed class TokenBook(TimeProvider clock)
{
    public const int AccessSeconds = 86400;
    public const int RefreshSeconds = 7775998;
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, IssuedCode> _codes = [];
    private readonly ConcurrentDictionary<string, IssuedToken> _access = [];
    private readonly ConcurrentDictionary<string, IssuedToken> _refresh = [];

    public string IssueCode(GarminUserId user, string challenge, string? redirectUri)
    {
        var code = Secret();
        _codes[code] = new IssuedCode(user, challenge, redirectUri, clock.GetUtcNow() + CodeLifetime);
        return code;
    }

    /// <summary>Null when the code is unknown, used, expired, or the verifier or the redirect does not fit it.</summary>
    public (GarminUserId User, TokenPair Pair)? Exchange(string? code, string? verifier, string? redirectUri)
    {
        if (code is null || !_codes.TryRemove(code, out var issued) || issued.ExpiresAt <= clock.GetUtcNow() || verifier is null || verifier.Length is < 43 or > 128)
            return null;

        return ChallengeOf(verifier) == issued.Challenge && redirectUri == issued.RedirectUri ? (issued.User, Issue(issued.User)) : null;
    }

    public (GarminUserId User, TokenPair Pair)? Refresh(string? token) =>
        token is not null && _refresh.TryRemove(token, out var issued) && issued.ExpiresAt > clock.GetUtcNow() ? (issued.User, Issue(issued.User)) : null;

    public GarminUserId? UserOf(string access) => _access.TryGetValue(access, out var issued) && issued.ExpiresAt > clock.GetUtcNow() ? issued.User : null;

    public void Revoke(GarminUserId user)
    {
        foreach (var tokens in (ConcurrentDictionary<string, IssuedToken>[])[_access, _refresh])
        {
            foreach (var (token, issued) in tokens)
            {
                if (issued.User == user)
                    tokens.TryRemove(token, out _);
            }
        }
    }

    private TokenPair Issue(GarminUserId user)
    {
        var pair = new TokenPair(Secret(), Secret());
        _access[pair.Access] = new IssuedToken(user, clock.GetUtcNow().AddSeconds(AccessSeconds));
        _refresh[pair.Refresh] = new IssuedToken(user, clock.GetUtcNow().AddSeconds(RefreshSeconds));
        return pair;
    }

    private static string ChallengeOf(string verifier) => Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
