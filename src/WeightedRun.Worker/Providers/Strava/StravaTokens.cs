using Microsoft.Extensions.Options;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>
/// The access token of a connection, refreshed when its end is near. All of it happens under the connection's lock and is read again inside it,
/// so that of two processes one refreshes and the other finds the result; the rotated token is stored through the lock's own session.
/// </summary>
internal sealed partial class StravaTokens(IStravaOAuth oauth, ConnectionStore connections, IOptions<StravaOptions> options, TimeProvider time, ILogger<StravaTokens> log)
{
    public async Task<string> GetAsync(AdvisoryLock held, ConnectionId id, CancellationToken cancellation)
    {
        var tokens = await ReadAsync(held, id);
        return tokens.AccessExpiresAt - time.GetUtcNow() > options.Value.RefreshMargin ? tokens.Access : await RefreshAsync(held, id, tokens, cancellation);
    }

    /// <summary>After Strava refused <paramref name="refused"/>: another one, if there is one to be had.</summary>
    public async Task<string> ReplaceAsync(AdvisoryLock held, ConnectionId id, string refused, CancellationToken cancellation)
    {
        var tokens = await ReadAsync(held, id);
        return tokens.Access != refused ? tokens.Access : await RefreshAsync(held, id, tokens, cancellation);
    }

    private async Task<string> RefreshAsync(AdvisoryLock held, ConnectionId id, Tokens tokens, CancellationToken cancellation)
    {
        try
        {
            return await RefreshOnceAsync(held, id, tokens, cancellation);
        }
        catch (StravaException problem) when (problem.Fault == StravaFault.Revoked)
        {
            // Another refresh may have got through before the lock was taken over from a process that died.
            var stored = await ReadAsync(held, id);
            if (stored.Refresh != tokens.Refresh)
                return await RefreshOnceAsync(held, id, stored, cancellation);

            await connections.BreakAsync(id, "revoked", time.GetUtcNow() + options.Value.Retention, cancellation);
            LogRevoked(id.Value);
            throw;
        }
    }

    private async Task<string> RefreshOnceAsync(AdvisoryLock held, ConnectionId id, Tokens tokens, CancellationToken cancellation)
    {
        var answer = StravaFaults.ContentOf(await oauth.GetTokenAsync(
            new()
            {
                ["client_id"] = options.Value.ClientId!,
                ["client_secret"] = options.Value.ClientSecret!,
                ["grant_type"] = "refresh_token",
                ["refresh_token"] = tokens.Refresh ?? "",
            },
            cancellation));
        var renewed = From(answer);
        // Not cancellable: Strava has already forgotten the old refresh token.
        await connections.SaveTokensAsync(held, id, renewed);
        return renewed.Access;
    }

    internal static Tokens From(StravaTokenAnswer answer) => answer is { AccessToken: { Length: > 0 } access, RefreshToken: { Length: > 0 } refresh, ExpiresAt: { } expiresAt }
        ? new Tokens(access, refresh, DateTimeOffset.FromUnixTimeSeconds((long)expiresAt))
        : throw new StravaException(StravaFault.Unavailable, "Strava's token answer lacks a token");

    private async Task<Tokens> ReadAsync(AdvisoryLock held, ConnectionId id) =>
        await connections.ReadTokensAsync(id, held.Connection) ?? throw new StravaException(StravaFault.Revoked, "The connection is gone or has no token");

    [LoggerMessage(LogLevel.Warning, "Strava no longer accepts connection {ConnectionId}; the runner must connect again")]
    private partial void LogRevoked(long connectionId);
}
