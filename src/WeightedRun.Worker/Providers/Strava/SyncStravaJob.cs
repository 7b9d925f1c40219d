using Microsoft.Extensions.Options;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>Reads the last days again, for installations that Strava cannot reach: runs uploaded late lie before the last poll.</summary>
internal sealed class SyncStravaJob(ConnectionStore connections, StravaActivities activities, IOptions<StravaOptions> options, TimeProvider time)
{
    private const int MostDetails = 20;
    private static readonly TimeSpan RecentlyDone = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task RunAsync(ConnectionId id, CancellationToken cancellation)
    {
        await using var held = await connections.LockAsync(id, Patience, cancellation);
        if (held is null || await connections.FindAsync(id, cancellation) is not { State: Connection.Active } connection)
            return;

        // Polls that waited for their budget arrive together; one is enough.
        var now = time.GetUtcNow();
        if (connection.LastContactAt > now - RecentlyDone)
            return;

        await activities.ReadWindowAsync(held, connection, new ListWindow(now.AddDays(-options.Value.OverlapDays), now), ApiPriority.Event, cancellation);
        await activities.ReadDetailsAsync(held, connection, MostDetails, ApiPriority.Event, cancellation);
        await connections.RecordContactAsync(id, cancellation);
    }
}
