using Dapper;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>Reads the original recordings of activities on foot. One that cannot be had is set aside and never stops the others.</summary>
internal sealed class GarminPersonalFiles(GarminPersonalPull pull, ActivityPages pages, ParkedActivities parked, IOptions<GarminPersonalOptions> options, TimeProvider time)
{
    private static readonly TimeSpan[] Ladder = [TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromDays(1)];
    private static readonly TimeSpan[] Never = [];

    /// <summary>Activities whose recording is not here yet, the newest first.</summary>
    public async Task<IReadOnlyList<WantedFile>> ReadWantedAsync(AdvisoryLock held, Connection connection, int limit) => (await held.Connection.QueryAsync<WantedFile>(
        """
        select external_id, utc_offset_s from activities
        where connection_id = @ConnectionId and source = @Provider and not is_manual and not is_parent
          and sport in ('run', 'trail_run', 'treadmill_run', 'virtual_run', 'track_run', 'walk', 'hike', 'ruck')
          and not exists (
            select from activities as file
            where file.runner_id = activities.runner_id and file.source = @file and split_part(file.external_id, '#', 1) = activities.external_id)
          and not exists (
            select from parked_activities as parked
            where parked.connection_id = @ConnectionId and parked.external_id = 'file:' || activities.external_id and (next_try_at is null or next_try_at > @now))
        order by start_local desc
        limit @limit
        """,
        new { connection.ConnectionId, GarminPersonalOptions.Provider, file = GarminRecordings.SourceOf(GarminPersonalOptions.Provider), now = time.GetUtcNow(), limit })).AsList();

    public async Task FetchAsync(AdvisoryLock held, Connection connection, GarminKey key, WantedFile wanted, CancellationToken cancellation)
    {
        try
        {
            using var folder = new DownloadFolder();
            using var saved = await pull.DownloadAsync(key, wanted.ExternalId, folder.File, cancellation);
            var rows = saved is null ? [] : GarminRecordings.Rows(saved.Read(cancellation), GarminPersonalOptions.Provider, wanted.ExternalId, wanted.Offset);
            await pages.StoreAsync(held, connection, rows, options.Value.Retention, cancellation);
            if (rows.Count == 0)
                await ParkAsync(held, connection, wanted, saved is null ? "there is no recording" : "the recording cannot be read", Never);
        }
        catch (GarminException problem) when (problem.Fault is GarminFault.Unavailable or GarminFault.Refused or GarminFault.Gone or GarminFault.MissingPermission)
        {
            await ParkAsync(held, connection, wanted, problem.Message, Ladder);
        }
    }

    private Task ParkAsync(AdvisoryLock held, Connection connection, WantedFile wanted, string reason, TimeSpan[] ladder) =>
        parked.ParkAsync(held.Connection, connection, $"file:{wanted.ExternalId}", reason, ladder, options.Value.Retention);
}

/// <summary>An activity whose recording is to be read.</summary>
internal sealed record WantedFile
{
    public required string ExternalId { get; init; }

    public int? UtcOffsetS { get; init; }

    public TimeSpan? Offset => UtcOffsetS is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
