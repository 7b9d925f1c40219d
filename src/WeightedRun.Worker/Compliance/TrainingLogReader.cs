using Dapper;
using Npgsql;
using WeightedRun.Analysis.Identity;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Compliance;

/// <summary>
/// The training log of a runner from the database: each run once, whoever told of it. The runs are put together when they are read, so that no
/// purge, no correction and no late recording leaves a wrong one behind.
/// </summary>
internal sealed class TrainingLogReader(NpgsqlDataSource source)
{
    // Two recordings of one run may lie 38 hours apart (a wrong time zone), and each 14 hours from UTC.
    private const int ReachDays = 4;

    /// <summary>From one local date until another, both included.</summary>
    public async Task<RunnerLog> ReadAsync(RunnerId runner, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var period = new { runner, after = from.AddDays(-ReachDays).ToDateTime(TimeOnly.MinValue), before = until.AddDays(1 + ReachDays).ToDateTime(TimeOnly.MinValue) };
        var rows = (await connection.QueryAsync<RecordingRow>(RecordingsSql, period)).ToDictionary(row => row.Id);
        var decisions = await connection.QueryAsync<DecisionRow>("select one_ref, other_ref, is_one_run from run_decisions where runner_id = @runner order by decided_at, one_ref, other_ref", new { runner });
        var runs = RunIdentity.Group(rows.Values.Select(row => row.ToRecording()), decisions.Select(row => row.ToDecision()))
            .Where(group => !group.IsParent)
            .Select(group => LoggedRun.Of(group, [.. group.Members.Select(member => rows[member.Id])]))
            .Where(run => DateOnly.FromDateTime(run.Activity.StartLocal) is var day && day >= from && day <= until)
            .ToList();
        var known = await connection.QuerySingleAsync<KnownRow>(KnownSql, new { runner });
        return new RunnerLog(new TrainingLog(runs.Select(run => run.Activity), known.SyncedFrom is { } first && first > from ? first : from, known.SyncedUntil?.UtcDateTime), runs);
    }

    private const string RecordingsSql =
        """
        select activities.source, activities.external_id, start_local, utc_offset_s, sport, surface, distance_m, moving_s, elapsed_s, timer_s, elevation_gain_m,
               avg_hr_bpm, max_hr_bpm, avg_cadence_spm, temperature_c, is_manual, workout_type, title, description, device, body_mass_kg,
               external_ids, is_parent, parent_external_id,
               tags.outcome as tag_outcome, tags.source as tag_source, tags.pieces as tag_pieces, tags.evidence as tag_evidence,
               words.outcome as corrected_outcome, words.pieces as corrected_pieces, words.corrected_at
        from activities
        left join activity_tags as tags using (activity_id)
        left join corrections as words on words.runner_id = activities.runner_id and words.activity_ref = activities.source || ':' || activities.external_id
        where activities.runner_id = @runner and start_local >= @after and start_local < @before
        """;

    // All of a runner's providers must have been heard before nothing can be missing. Files say nothing of what is not in them.
    private const string KnownSql =
        """
        select (select min(start_local)::date from activities where runner_id = @runner) as synced_from,
               (select min(greatest(coalesce(last_reconciled_at, connected_at), last_contact_at)) from connections where runner_id = @runner and state = 'active') as synced_until
        """;

    private sealed record DecisionRow
    {
        public required string OneRef { get; init; }

        public required string OtherRef { get; init; }

        public required bool IsOneRun { get; init; }

        public RunnerDecision ToDecision() => IsOneRun ? RunnerDecision.Merge(new(OneRef), new(OtherRef)) : RunnerDecision.Split(new(OneRef), new(OtherRef));
    }

    private sealed record KnownRow
    {
        public DateOnly? SyncedFrom { get; init; }

        public DateTimeOffset? SyncedUntil { get; init; }
    }
}
