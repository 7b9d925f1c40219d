using System.Security.Cryptography;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.OAuth;

/// <summary>Codes, grants and tokens: https://developers.strava.com/docs/authentication/</summary>
internal sealed class TokenBook(TimeProvider clock)
{
    public static readonly TimeSpan AccessLifetime = TimeSpan.FromHours(6);

    // With more than an hour left a refresh hands back the same access token.
    public static readonly TimeSpan KeptWhileLongerThan = TimeSpan.FromHours(1);

    // Strava documents no lifetime; ten minutes is what the OAuth 2.0 specification recommends at most.
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, PendingCode> _codes = [];
    private readonly Dictionary<string, IssuedAccess> _accessTokens = [];
    private readonly Dictionary<string, Grant> _refreshTokens = [];
    private readonly Dictionary<(ClientId, AthleteId), Grant> _grants = [];
    private readonly Dictionary<ClientId, int> _connected = [];

    public string IssueCode(StravaAthlete athlete, StravaApp app, Scopes scopes)
    {
        lock (_lock)
        {
            var code = NewToken();
            _codes[code] = new PendingCode(athlete, app, scopes, clock.GetUtcNow() + CodeLifetime);
            return code;
        }
    }

    /// <summary>The code is spent by the attempt. Null when it is unknown, spent, expired or another application's.</summary>
    public PendingCode? TakeCode(string code, StravaApp app)
    {
        lock (_lock)
            return _codes.Remove(code, out var pending) && pending.App == app && pending.ExpiresAt > clock.GetUtcNow() ? pending : null;
    }

    /// <summary>Null when the application may connect no further athlete.</summary>
    public TokenPair? Connect(StravaApp app, StravaAthlete athlete, Scopes scopes)
    {
        lock (_lock)
        {
            if (!_grants.TryGetValue((app.Id, athlete.Id), out var grant))
            {
                if (Connected(app) >= app.AthleteCap)
                    return null;

                _grants[(app.Id, athlete.Id)] = grant = new Grant { Athlete = athlete, App = app, Scopes = scopes };
                _connected[app.Id] = Connected(app) + 1;
            }

            grant.Scopes = scopes;
            RenewAccess(grant);
            RotateRefresh(grant);
            return PairOf(grant);
        }
    }

    public TokenPair? Refresh(string refreshToken, StravaApp app, bool rotatesAlways)
    {
        lock (_lock)
        {
            if (!_refreshTokens.TryGetValue(refreshToken, out var grant) || grant.App != app)
                return null;

            var isRenewed = grant.ExpiresAt - clock.GetUtcNow() <= KeptWhileLongerThan;
            if (isRenewed)
                RenewAccess(grant);

            if (isRenewed || rotatesAlways)
                RotateRefresh(grant);

            return PairOf(grant);
        }
    }

    /// <summary>Also expired and revoked tokens are known: their calls count for their application.</summary>
    public IssuedAccess? FindAccess(string? accessToken)
    {
        lock (_lock)
            return accessToken is not null && _accessTokens.TryGetValue(accessToken, out var issued) ? issued : null;
    }

    public Grant? FindByEither(string token)
    {
        lock (_lock)
            return _refreshTokens.TryGetValue(token, out var byRefresh) ? byRefresh : _accessTokens.TryGetValue(token, out var byAccess) ? byAccess.Grant : null;
    }

    public Grant? Find(StravaApp app, StravaAthlete athlete)
    {
        lock (_lock)
            return _grants.GetValueOrDefault((app.Id, athlete.Id));
    }

    /// <summary>False when it was revoked before.</summary>
    public bool Revoke(Grant grant)
    {
        lock (_lock)
        {
            if (grant.IsRevoked)
                return false;

            grant.IsRevoked = true;
            _refreshTokens.Remove(grant.RefreshToken);
            _grants.Remove((grant.App.Id, grant.Athlete.Id));
            _connected[grant.App.Id] = Connected(grant.App) - 1;
            return true;
        }
    }

    /// <summary>Whether the cap leaves no room for this athlete.</summary>
    public bool IsFullFor(StravaApp app, StravaAthlete athlete)
    {
        lock (_lock)
            return !_grants.ContainsKey((app.Id, athlete.Id)) && Connected(app) >= app.AthleteCap;
    }

    private int Connected(StravaApp app) => _connected.GetValueOrDefault(app.Id);

    private void RenewAccess(Grant grant)
    {
        grant.AccessToken = NewToken();
        grant.ExpiresAt = clock.GetUtcNow() + AccessLifetime;
        _accessTokens[grant.AccessToken] = new IssuedAccess(grant, grant.ExpiresAt);
    }

    private void RotateRefresh(Grant grant)
    {
        _refreshTokens.Remove(grant.RefreshToken);
        grant.RefreshToken = NewToken();
        _refreshTokens[grant.RefreshToken] = grant;
    }

    private static TokenPair PairOf(Grant grant) => new(grant.AccessToken, grant.ExpiresAt, grant.RefreshToken, grant.Athlete);

    private static string NewToken() => RandomNumberGenerator.GetHexString(40, lowercase: true);
}
