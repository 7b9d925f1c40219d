using Dapper;
using Npgsql;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Tagging;

/// <summary>The runner's own word about a run. It outranks every other source for ever, also after the run was purged and fetched again.</summary>
internal sealed class RunnerCorrections(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>
    /// Keeps the word and tags the activity by it, where it is stored at the moment. Saying the same again changes nothing.
    /// </summary>
    /// <param name="runner">Who says it.</param>
    /// <param name="activity">The activity as <c>source:external_id</c>.</param>
    /// <param name="answer">Weighted or not, and with what.</param>
    /// <param name="cancellation">Ends it before anything is written.</param>
    /// <returns>Whether it is another word than before.</returns>
    public async Task<bool> SayAsync(RunnerId runner, ActivityId activity, RunnerAnswer answer, CancellationToken cancellation)
    {
        var (origin, externalId) = PartsOf(activity);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<bool>(
            """
            with said as (
                insert into corrections (runner_id, activity_ref, outcome, pieces, corrected_at)
                values (@runner, @activity, @outcome, @pieces::jsonb, @now)
                on conflict (runner_id, activity_ref) do update set outcome = excluded.outcome, pieces = excluded.pieces, corrected_at = excluded.corrected_at
                where (corrections.outcome, corrections.pieces) is distinct from (excluded.outcome, excluded.pieces)
                returning outcome, pieces
            ),
            tagged as (
                insert into activity_tags (activity_id, outcome, source, pieces, lexicon_version, tagged_at)
                select activity_id, outcome, 'runner', pieces, @LexiconVersion, @now
                from said cross join activities
                where runner_id = @runner and source = @origin and external_id = @externalId
                on conflict (activity_id) do update set
                    outcome = excluded.outcome, source = excluded.source, pieces = excluded.pieces, evidence = excluded.evidence, tagged_at = excluded.tagged_at
            )
            select exists (select from said)
            """,
            new
            {
                runner,
                activity = activity.Value,
                outcome = answer.IsWeighted ? "weighted" : "not_weighted",
                pieces = StoredPieces.Write(answer.IsWeighted && answer.Pieces.Count == 0 ? [new CarriedPiece(EquipmentKind.Unknown, null)] : answer.Pieces),
                origin,
                externalId,
                LoadTagger.LexiconVersion,
                now = time.GetUtcNow(),
            });
    }

    private static (string Source, string ExternalId) PartsOf(ActivityId activity)
    {
        var colon = activity.Value.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            ? (activity.Value[..colon], activity.Value[(colon + 1)..])
            : throw new ArgumentException($"\"{activity.Value}\" names no stored activity: source:external_id was expected.", nameof(activity));
    }
}
