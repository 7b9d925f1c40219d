using Dapper;
using Npgsql;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Compliance;

/// <summary>The runner's own word about which recordings are one run. It holds against every other evidence, also after they were fetched again.</summary>
internal sealed class RunDecisions(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>All of them are one run; what was said against any two of them before no longer holds.</summary>
    public Task MergeAsync(RunnerId runner, IReadOnlyList<ActivityId> ones, IReadOnlyList<ActivityId> others, CancellationToken cancellation) =>
        SayAsync(runner, [.. from one in ones from other in others select (one, other)], true, cancellation);

    /// <summary>One recording is no part of the run that the others tell of.</summary>
    public Task SplitAsync(RunnerId runner, ActivityId one, IEnumerable<ActivityId> others, CancellationToken cancellation) =>
        SayAsync(runner, [.. others.Where(other => other != one).Select(other => (one, other))], false, cancellation);

    private async Task SayAsync(RunnerId runner, IReadOnlyList<(ActivityId One, ActivityId Other)> pairs, bool isOneRun, CancellationToken cancellation)
    {
        if (pairs.Any(pair => pair.One == pair.Other))
            throw new ArgumentException("A recording is one run with itself: name two.", nameof(pairs));

        List<(string One, string Other)> ordered = [.. pairs.Select(pair => pair.One < pair.Other ? (pair.One.Value, pair.Other.Value) : (pair.Other.Value, pair.One.Value))];
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(
            """
            insert into run_decisions (runner_id, one_ref, other_ref, is_one_run, decided_at)
            select @runner, one_ref, other_ref, @isOneRun, @now from unnest(@ones, @others) as pair (one_ref, other_ref)
            on conflict (runner_id, one_ref, other_ref) do update set is_one_run = excluded.is_one_run, decided_at = excluded.decided_at
            """,
            new { runner, isOneRun, now = time.GetUtcNow(), ones = ordered.ConvertAll(pair => pair.One), others = ordered.ConvertAll(pair => pair.Other) });
    }
}
