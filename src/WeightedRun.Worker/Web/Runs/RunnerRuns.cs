using Dapper;
using Npgsql;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Compliance;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Runs;

/// <summary>A runner's own runs as pages show them; another runner's id finds nothing.</summary>
internal sealed class RunnerRuns(NpgsqlDataSource source, TrainingLogReader logs, TimeProvider time)
{
    public const int HistoryDays = 180;
    private const int MostNear = 8;

    public DateOnly TodayOf(Visitor visitor) => DateOnly.FromDateTime(visitor.LocalTime(time.GetUtcNow()));

    /// <summary>All that the retention allows, half a year at most.</summary>
    public Task<RunnerLog> ReadAsync(Visitor visitor, CancellationToken cancellation)
    {
        var today = TodayOf(visitor);
        return logs.ReadAsync(visitor.RunnerId, today.AddDays(-HistoryDays), today.AddDays(1), cancellation);
    }

    public Task<RunnerLog> ReadAsync(Visitor visitor, DateOnly from, DateOnly until, CancellationToken cancellation) => logs.ReadAsync(visitor.RunnerId, from, until, cancellation);

    /// <summary>The run that a recording belongs to; null when the runner has no such recording.</summary>
    public async Task<LoggedRun?> FindAsync(RunnerId runner, ActivityId recording, CancellationToken cancellation) => (await FindNearAsync(runner, recording, cancellation))?.Run;

    /// <summary>The same, and what the runner did around it, the nearest first: what may be the same run by another clock.</summary>
    public async Task<(LoggedRun Run, IReadOnlyList<LoggedRun> Near)?> FindNearAsync(RunnerId runner, ActivityId recording, CancellationToken cancellation)
    {
        if (recording.Value.Split(':', 2) is not [var origin, var externalId])
            return null;

        await using var connection = await source.OpenConnectionAsync(cancellation);
        var start = await connection.ExecuteScalarAsync<DateTime?>(
            "select start_local from activities where runner_id = @runner and source = @origin and external_id = @externalId", new { runner, origin, externalId });
        if (start is not { } local)
            return null;

        // The other recordings of the run may have another clock.
        var day = DateOnly.FromDateTime(local);
        var log = await logs.ReadAsync(runner, day.AddDays(-2), day.AddDays(2), cancellation);
        return log.Runs.FirstOrDefault(run => run.Recordings.Contains(recording)) is not { } found
            ? null
            : (found, [.. log.Runs.Where(run => run != found).OrderBy(run => (run.Activity.StartLocal - found.Activity.StartLocal).Duration()).Take(MostNear)]);
    }
}
