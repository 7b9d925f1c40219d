using Dapper;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>Brings a runner's activities from Garmin into the table, and takes out what Garmin no longer has.</summary>
internal sealed partial class GarminPersonalActivities(GarminPersonalPull pull, ActivityPages pages, IOptions<GarminPersonalOptions> options, ILogger<GarminPersonalActivities> log)
{
    // More than this at once, and more than half of all, looks like a fault rather than a runner tidying up.
    private const int MassDeletion = 10;

    public async Task ReadAsync(AdvisoryLock held, Connection connection, GarminKey key, PullWindow window, CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var page in pull.ReadAsync(key, window, cancellation))
        {
            await StoreAsync(held, connection, page, cancellation);
            seen.UnionWith(page.Select(activity => activity.Activity.ExternalId));
        }

        await RemoveMissingAsync(held, connection, key, window, seen, cancellation);
        await RenewFilesAsync(held, connection);
    }

    private Task StoreAsync(AdvisoryLock held, Connection connection, IEnumerable<GarminActivity> activities, CancellationToken cancellation) =>
        pages.StoreAsync(held, connection, [.. activities.Select(activity => activity.ToRow())], options.Value.Retention, cancellation);

    private async Task RemoveMissingAsync(AdvisoryLock held, Connection connection, GarminKey key, PullWindow window, HashSet<string> seen, CancellationToken cancellation)
    {
        // Whether the edges belong to the list is not documented.
        var stored = (await held.Connection.QueryAsync<string>(
            "select external_id from activities where connection_id = @ConnectionId and source = @Provider and start_local >= @from and start_local < @until",
            new { connection.ConnectionId, GarminPersonalOptions.Provider, from = window.From.AddDays(1).ToDateTime(TimeOnly.MinValue), until = window.Until.ToDateTime(TimeOnly.MinValue) })).AsList();
        var missing = stored.Where(externalId => !seen.Contains(externalId)).ToList();
        if (missing.Count > MassDeletion && missing.Count * 2 > stored.Count)
        {
            LogMassDeletion(connection.ConnectionId.Value, missing.Count, stored.Count);
            return;
        }

        foreach (var externalId in missing)
        {
            try
            {
                // Pages shift when something is deleted meanwhile; the activity itself is asked before it goes.
                if (await pull.ReadOneAsync(key, externalId, cancellation) is { } there)
                    await StoreAsync(held, connection, [there], cancellation);
            }
            catch (GarminException problem) when (problem.Fault == GarminFault.NotFound)
            {
                await held.Connection.ExecuteAsync(
                    "delete from activities where connection_id = @ConnectionId and split_part(external_id, '#', 1) = @externalId", new { connection.ConnectionId, externalId });
            }
        }
    }

    /// <summary>A recording is kept as long as the activity that it belongs to.</summary>
    private static Task<int> RenewFilesAsync(AdvisoryLock held, Connection connection) => held.Connection.ExecuteAsync(
        """
        update activities as file set expires_at = summary.expires_at, detail_expires_at = summary.expires_at
        from activities as summary
        where file.connection_id = @ConnectionId and file.source = @file and file.expires_at < summary.expires_at
          and summary.runner_id = file.runner_id and summary.source = @Provider and summary.external_id = split_part(file.external_id, '#', 1)
        """,
        new { connection.ConnectionId, GarminPersonalOptions.Provider, file = GarminRecordings.SourceOf(GarminPersonalOptions.Provider) });

    [LoggerMessage(LogLevel.Warning, "Garmin's list lacks {Missing} of {Stored} activities of connection {ConnectionId}: nothing is removed; they expire if Garmin does not list them again")]
    private partial void LogMassDeletion(long connectionId, int missing, int stored);
}
