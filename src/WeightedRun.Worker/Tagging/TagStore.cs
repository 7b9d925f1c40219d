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
        await using var session = await source.OpenConnectionAsync(cancellation);
        await StoreAsync(session, tags, lexiconVersion);
    }

    /// <summary>The same in a session of the caller's, and in its transaction where there is one.</summary>
    public async Task StoreAsync(NpgsqlConnection session, IReadOnlyCollection<(ActivityRowId Activity, CarriedLoad? Load)> tags, string lexiconVersion)
    {
        if (tags.Count == 0)
            return;

        await session.ExecuteAsync(
            """
            insert into activity_tags (activity_id, outcome, source, pieces, evidence, lexicon_version, tagged_at)
            -- What the runner said about it outranks what was read.
            select activity_id, coalesce(said.outcome, tag.outcome), case when said.outcome is null then tag.source else 'runner' end,
                   coalesce(said.pieces, tag.pieces::jsonb), case when said.outcome is null then evidence::jsonb else '[]' end, @lexiconVersion, @now
            from unnest(@activities, @outcomes, @sources, @pieces, @evidence) as tag (activity_id, outcome, source, pieces, evidence)
            join activities using (activity_id)
            left join corrections as said on said.runner_id = activities.runner_id and said.activity_ref = activities.source || ':' || activities.external_id
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
                pieces = tags.Select(tag => StoredPieces.Write(tag.Load?.Pieces ?? [])).ToArray(),
                evidence = tags.Select(tag => JsonSerializer.Serialize(tag.Load?.Evidence is { } text ? [text] : Array.Empty<string>())).ToArray(),
                lexiconVersion,
                now = time.GetUtcNow(),
            });
    }

    public static string OutcomeOf(CarriedLoad? load) => load switch
    {
        null => "not_weighted",
        { IsSuspected: true } => "suspected",
        _ => "weighted",
    };
}
