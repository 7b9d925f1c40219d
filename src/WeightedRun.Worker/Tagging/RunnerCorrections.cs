using Dapper;
using Npgsql;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Tagging;

/// <summary>The runner's own word about a run. It outranks every other source for ever, also after the run was purged and fetched again.</summary>
internal sealed class RunnerCorrections(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>How long it is known what a run counted as before: until the digest after the change. A provider's words are kept no longer either.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    /// <summary>
    /// Keeps the word, tags the activity by it, where it is stored at the moment, and learns for others of the runner's. Saying the same again changes nothing.
    /// </summary>
    /// <param name="runner">Who says it.</param>
    /// <param name="activity">The activity as <c>source:external_id</c>.</param>
    /// <param name="answer">Weighted or not, and with what.</param>
    /// <param name="cancellation">Ends it before anything is written.</param>
    /// <returns>Whether it is another word than before.</returns>
    public async Task<bool> SayAsync(RunnerId runner, ActivityId activity, RunnerAnswer answer, CancellationToken cancellation)
    {
        var (origin, externalId) = PartsOf(activity);
        await using var session = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await session.BeginTransactionAsync(cancellation);
        // Before anything is written: whoever stores tags takes the same lock first.
        var settings = await LoadSettings.LockAsync(session, runner);
        var known = await StoredWords.FindAsync(session, runner, origin, externalId);
        var isNew = await session.ExecuteScalarAsync<bool>(
            """
            with stored as (select activity_id from activities where runner_id = @runner and source = @origin and external_id = @externalId),
            said as (
                insert into corrections (runner_id, activity_ref, outcome, pieces, corrected_at, previous_outcome, previous_pieces, previous_until)
                select @runner, @activity, @outcome, @pieces::jsonb, @now,
                       case when tags.previous_until > @now then tags.previous_outcome else tags.outcome end,
                       case when tags.previous_until > @now then tags.previous_pieces else tags.pieces end,
                       @previousUntil
                from (select) as word left join (stored join activity_tags as tags using (activity_id)) on true
                on conflict (runner_id, activity_ref) do update set
                    outcome = excluded.outcome,
                    pieces = excluded.pieces,
                    corrected_at = excluded.corrected_at,
                    -- What the last digest said, not what the runner said in between.
                    previous_outcome = case when corrections.previous_until > @now then corrections.previous_outcome else excluded.previous_outcome end,
                    previous_pieces = case when corrections.previous_until > @now then corrections.previous_pieces else excluded.previous_pieces end,
                    previous_until = case when corrections.previous_until > @now then corrections.previous_until else excluded.previous_until end
                where (corrections.outcome, corrections.pieces) is distinct from (excluded.outcome, excluded.pieces)
                returning outcome, pieces
            ),
            tagged as (
                insert into activity_tags (activity_id, outcome, source, pieces, lexicon_version, tagged_at)
                select activity_id, outcome, 'runner', pieces, @LexiconVersion, @now
                from said cross join stored
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
                previousUntil = time.GetUtcNow() + Remembered,
            });
        if (isNew && settings is not null && known is not null)
            await LoadLearning.TakeAsync(session, runner, known, answer, settings, time.GetUtcNow());

        await transaction.CommitAsync(cancellation);
        return isNew;
    }

    private static (string Source, string ExternalId) PartsOf(ActivityId activity)
    {
        var colon = activity.Value.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            ? (activity.Value[..colon], activity.Value[(colon + 1)..])
            : throw new ArgumentException($"\"{activity.Value}\" names no stored activity: source:external_id was expected.", nameof(activity));
    }
}
