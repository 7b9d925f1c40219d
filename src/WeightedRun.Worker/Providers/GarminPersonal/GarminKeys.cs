using Microsoft.Extensions.Options;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>Work with a runner's key: a key that has ended breaks the connection, a wait that Garmin asks for is the job's.</summary>
internal sealed partial class GarminKeys(ConnectionStore connections, IOptions<GarminPersonalOptions> options, TimeProvider time, ILogger<GarminKeys> log)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMinutes(1);

    /// <summary>False when the key opens nothing (any more) and the runner must bring another.</summary>
    public async Task<bool> UseAsync(AdvisoryLock held, Connection connection, Func<GarminKey, Task> work, CancellationToken cancellation)
    {
        var id = connection.ConnectionId;
        var now = time.GetUtcNow();
        if (await connections.ReadTokensAsync(id, held.Connection) is not { } tokens)
            return false;

        try
        {
            await work(new GarminKey(id, tokens.Access));
            return true;
        }
        catch (GarminException refusal) when (refusal.Fault == GarminFault.Revoked)
        {
            var reason = tokens.AccessExpiresAt <= now ? "key-expired" : "key-refused";
            await connections.BreakAsync(id, reason, now + options.Value.Retention, cancellation);
            LogBroken(id.Value, reason);
            return false;
        }
        catch (GarminException refusal) when (refusal.Fault == GarminFault.RateLimited)
        {
            throw new RetryLaterException(refusal.Message, now + (refusal.RetryAfter is { } asked && asked > ShortestWait ? asked : ShortestWait));
        }
    }

    [LoggerMessage(LogLevel.Warning, "Garmin no longer accepts the key of connection {ConnectionId} ({Reason}); the runner must make another")]
    private partial void LogBroken(long connectionId, string reason);
}
