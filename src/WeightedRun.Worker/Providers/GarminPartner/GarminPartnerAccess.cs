using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>
/// The access token of a connection, under its lock: refreshed when its end is near, the rotated token stored through the lock's own session before
/// anything else. Only a refresh token that Garmin calls dead breaks the connection.
/// </summary>
internal sealed partial class GarminPartnerAccess(
    GarminPartnerTokens tokens, GarminPartnerCalls calls, ConnectionStore connections, TimeProvider time, ILogger<GarminPartnerAccess> log)
{
    // The operator has to act first; asking once an hour costs nothing and notices when he has.
    private static readonly TimeSpan ApplicationPause = TimeSpan.FromHours(1);

    /// <exception cref="GarminException"><see cref="GarminFault.Revoked"/>: the runner must connect again, and the connection says so.</exception>
    public async Task<T> CallAsync<T>(AdvisoryLock held, ConnectionId id, Func<GarminPartnerCalls, string, Task<T>> call, CancellationToken cancellation)
    {
        var known = await ReadAsync(held, id);
        var token = tokens.IsRefreshDue(known) ? await RefreshAsync(held, id, known, cancellation) : known.Access;
        try
        {
            return await call(calls, token);
        }
        catch (GarminException refusal) when (refusal.Fault == GarminFault.Unauthorized)
        {
            return await call(calls, await RefreshAsync(held, id, await ReadAsync(held, id), cancellation));
        }
    }

    /// <summary>Whether Garmin itself refuses the runner's tokens: what an unsigned notification says of it proves nothing.</summary>
    public async Task<bool> IsDeregisteredAsync(AdvisoryLock held, ConnectionId id, CancellationToken cancellation)
    {
        try
        {
            await CallAsync(held, id, (garmin, token) => garmin.GetUserIdAsync(token, cancellation), cancellation);
            return false;
        }
        catch (GarminException refusal) when (refusal.Fault is GarminFault.Revoked or GarminFault.Unauthorized)
        {
            return true;
        }
    }

    private async Task<string> RefreshAsync(AdvisoryLock held, ConnectionId id, Tokens known, CancellationToken cancellation)
    {
        try
        {
            var renewed = await tokens.RefreshAsync(known.Refresh ?? "", cancellation);
            // Not cancellable: Garmin has already forgotten the old refresh token.
            await connections.SaveTokensAsync(held, id, renewed);
            return renewed.Access;
        }
        catch (GarminException refusal) when (refusal.Fault == GarminFault.Revoked)
        {
            await connections.BreakAsync(id, "revoked", time.GetUtcNow() + GarminPartnerOptions.Grace, cancellation);
            LogRevoked(id.Value);
            throw;
        }
        catch (GarminException refusal) when (refusal.Fault == GarminFault.Application)
        {
            LogApplication(refusal.Message);
            throw new RetryLaterException(refusal.Message, time.GetUtcNow() + ApplicationPause);
        }
    }

    private async Task<Tokens> ReadAsync(AdvisoryLock held, ConnectionId id) =>
        await connections.ReadTokensAsync(id, held.Connection) ?? throw new GarminException(GarminFault.Revoked, "The connection is gone or has no token");

    [LoggerMessage(LogLevel.Warning, "Garmin no longer accepts connection {ConnectionId}; the runner must connect again")]
    private partial void LogRevoked(long connectionId);

    [LoggerMessage(LogLevel.Error, "Garmin refuses this application, not its runners: {Message}. Are GarminPartner__ClientId and GarminPartner__ClientSecret those of a key that is still enabled?")]
    private partial void LogApplication(string message);
}
