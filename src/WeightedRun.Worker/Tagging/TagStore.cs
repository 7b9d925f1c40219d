using System.Text.Json;
using Dapper;
using Npgsql;
using WeightedRun.Analysis.Loads;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Tagging;

/// <summary>What the tagger read from stored activities.</summary>
internal sealed class TagStore(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>One statement for any number of tags; without a load the activity is stored as not weighted.</summary>
    public async Task StoreAsync(IReadOnlyCollection<(ActivityRowId Activity, CarriedLoad? Load)> tags, string lexiconVersion, CancellationToken cancellation)
    {
        if (tags.Count == 0)
            return;

        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(
            """
            insert into activity_tags (activity_id, outcome, source, pieces, evidence, lexicon_version, tagged_at)
            select activity_id, outcome, source, pieces::jsonb, evidence::jsonb, @lexiconVersion, @now
            from unnest(@activities, @outcomes, @sources, @pieces, @evidence) as tag (activity_id, outcome, source, pieces, evidence)
            where exists (select from activities where activities.activity_id = tag.activity_id)
            on conflict (activity_id) do update set
                outcome = excluded.outcome,
                source = excluded.source,
                pieces = excluded.pieces,
                evidence = excluded.evidence,
                lexicon_version = excluded.lexicon_version,
                tagged_at = excluded.tagged_at
            """,
            new
            {
                activities = tags.Select(tag => tag.Activity.Value).ToArray(),
                outcomes = tags.Select(tag => OutcomeOf(tag.Load)).ToArray(),
                sources = tags.Select(tag => tag.Load is { } load ? StoredName.Of(load.Source) : null).ToArray(),
                pieces = tags.Select(tag => PiecesOf(tag.Load)).ToArray(),
                evidence = tags.Select(tag => JsonSerializer.Serialize(tag.Load?.Evidence is { } text ? [text] : Array.Empty<string>())).ToArray(),
                lexiconVersion,
                now = time.GetUtcNow(),
            });
    }

    private static string OutcomeOf(CarriedLoad? load) => load switch
    {
        null => "not_weighted",
        { IsSuspected: true } => "suspected",
        _ => "weighted",
    };

    private static string PiecesOf(CarriedLoad? load) =>
        JsonSerializer.Serialize((load?.Pieces ?? []).Select(piece => new { kind = StoredName.Of(piece.Kind), kg = piece.Mass?.Kilograms }));
}
