using Npgsql;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tagging;

namespace WeightedRun.Worker.Providers.OwnFiles;

/// <summary>The runner's own files are a provider like the others: their activities are stored and tagged, and never expire.</summary>
internal sealed class OwnFilesDoor(NpgsqlDataSource source, TimeProvider time)
{
    // Large enough that the trip to the database does not count, small enough to be a few hundred kilobytes.
    private const int RowsPerStatement = 1000;

    public async Task<StoredCounts> StoreAsync(RunnerId runner, FileImport import, CancellationToken cancellation)
    {
        var activities = new ActivityStore(source, time);
        var tags = new TagStore(source, time);
        var counts = new StoredCounts(0, 0, 0);
        await using var session = await source.OpenConnectionAsync(cancellation);
        foreach (var page in import.Activities.Chunk(RowsPerStatement))
        {
            var incoming = page.Select(FileActivity.From).ToDictionary(activity => (activity.Source, activity.ExternalId));
            // Together or not at all: an activity left without its tag would count as known the next time.
            await using var transaction = await session.BeginTransactionAsync(cancellation);
            var rows = await activities.StoreAsync(session, runner, null, incoming.Values, null);
            var settings = await LoadSettings.ReadAsync(session, runner);
            CarriedLoad? Tag(IncomingActivity activity) => ActivityTagger.Tag(activity, activity.Detail, settings);

            await tags.StoreAsync(session, [.. rows.Where(row => row.IsChanged).Select(row => (row.ActivityId, Tag(incoming[(row.Source, row.ExternalId)])))], LoadTagger.LexiconVersion);
            await transaction.CommitAsync(cancellation);
            counts = new StoredCounts(counts.Stored + rows.Count, counts.Added + rows.Count(row => row.IsNew), counts.Changed + rows.Count(row => row is { IsNew: false, IsChanged: true }));
        }

        await new BodyMassStore(source, time).StoreAsync(runner, "file", BodyMassOf(import), cancellation);
        return counts;
    }

    private static IEnumerable<BodyMassEntry> BodyMassOf(FileImport import) => import.Activities
        .Where(imported => imported.Recorded.BodyMass is not null)
        .Select(imported => new BodyMassEntry(DateOnly.FromDateTime(imported.Activity.StartLocal), imported.Recorded.BodyMass!.Value));
}

/// <summary>What became of the activities of an import.</summary>
internal sealed record StoredCounts(int Stored, int Added, int Changed);
