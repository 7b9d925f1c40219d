using Dapper;
using Npgsql;
using WeightedRun.Analysis.Loads;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tagging;

namespace WeightedRun.Worker.Providers;

/// <summary>Stores a page of a provider's activities with the tags read from it, in one transaction: no activity is ever stored without its tag.</summary>
internal sealed class ActivityPages(ActivityStore activities, TagStore tags, TimeProvider time)
{
    /// <summary>Writes through the session of the connection's lock: whoever lost the lock cannot write.</summary>
    public async Task StoreAsync(AdvisoryLock held, Connection connection, IReadOnlyList<IncomingActivity> page, TimeSpan retention, CancellationToken cancellation)
    {
        await using var transaction = await held.Connection.BeginTransactionAsync(cancellation);
        var stored = await activities.StoreAsync(held.Connection, connection.RunnerId, connection.ConnectionId, page, time.GetUtcNow() + retention);
        var changed = stored.Where(activity => activity.IsChanged).ToList();
        if (changed.Count > 0)
        {
            var told = page.GroupBy(activity => activity.ExternalId).ToDictionary(same => same.Key, same => same.Last());
            var known = await ReadDetailsAsync(held.Connection, changed.Where(activity => activity.HasDetail && told[activity.ExternalId].Detail is null));
            var settings = await LoadSettings.ReadAsync(held.Connection, connection.RunnerId);
            CarriedLoad? Tag(StoredActivity activity) =>
                ActivityTagger.Tag(told[activity.ExternalId], told[activity.ExternalId].Detail ?? known.GetValueOrDefault(activity.ActivityId), settings);

            await tags.StoreAsync(held.Connection, [.. changed.Select(activity => (activity.ActivityId, Tag(activity)))], LoadTagger.LexiconVersion);
        }

        await transaction.CommitAsync(cancellation);
        Telemetry.CountStored(connection.Provider, changed.Count);
    }

    /// <summary>What an earlier look told still counts.</summary>
    private static async Task<Dictionary<ActivityRowId, ActivityDetail>> ReadDetailsAsync(NpgsqlConnection session, IEnumerable<StoredActivity> activities)
    {
        var ids = activities.Select(activity => activity.ActivityId.Value).ToArray();
        return ids.Length == 0
            ? []
            : (await session.QueryAsync<DetailRow>("select activity_id, description, private_note, gear_name from activities where activity_id = any(@ids)", new { ids }))
                .ToDictionary(row => row.ActivityId, row => new ActivityDetail(row.Description, row.PrivateNote, row.GearName));
    }

    private sealed record DetailRow
    {
        public required ActivityRowId ActivityId { get; init; }

        public string? Description { get; init; }

        public string? PrivateNote { get; init; }

        public string? GearName { get; init; }
    }
}
