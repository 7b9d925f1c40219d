using Dapper;
using Npgsql;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Digest.Sending;

/// <summary>What a digest has to know beside the runs: what was mailed before, which connections are in trouble, what the runner said since. One trip to the database.</summary>
internal sealed class Circumstances(NpgsqlDataSource source, TimeProvider time)
{
    // A key that ends before the digest after next is worth a word now.
    private static readonly TimeSpan KeyEndsSoon = TimeSpan.FromDays(14);

    public async Task<RunnerCircumstances> ReadAsync(RunnerId runner, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var answers = await connection.QueryMultipleAsync(
            """
            select not exists (select from digests where runner_id = @runner and state in ('sent', 'ambiguous'));

            select provider, state = 'broken' as is_broken, case when state = 'broken' then state_changed_at else access_token_expires_at end as at
            from connections
            where runner_id = @runner and (state = 'broken' or (provider = 'garmin-personal' and access_token_expires_at < @soon));

            select kind, refusals, is_silenced from question_refusals where runner_id = @runner;

            select activity_ref, outcome, previous_outcome, previous_pieces::text as previous_pieces
            from corrections
            where runner_id = @runner and previous_until > @now and previous_outcome is not null
              and corrected_at > (select max(sent_at) from digests where runner_id = @runner)
            union all
            -- What the runner said of the equipment speaks for every run with it, unless he spoke of the run itself.
            select activities.source || ':' || external_id, tags.outcome, tags.previous_outcome, tags.previous_pieces::text
            from activities join activity_tags as tags using (activity_id)
            where runner_id = @runner and previous_until > @now
              and tagged_at > (select max(sent_at) from digests where runner_id = @runner)
              and not exists (select from corrections where corrections.runner_id = @runner and activity_ref = activities.source || ':' || activities.external_id)
            """,
            new { runner, now = time.GetUtcNow(), soon = time.GetUtcNow() + KeyEndsSoon });
        return new RunnerCircumstances(
            await answers.ReadSingleAsync<bool>(),
            (await answers.ReadAsync<TroubleRow>()).AsList(),
            (await answers.ReadAsync<RefusalRow>()).AsList(),
            (await answers.ReadAsync<CorrectionRow>()).AsList());
    }
}

/// <summary>The same, read.</summary>
/// <param name="IsFirst">Nothing was mailed before.</param>
/// <param name="Troubles">Connections that are broken, or soon will be.</param>
/// <param name="Refusals">How questions were taken.</param>
/// <param name="Corrections">The runner's words since the last digest, with what each run was taken for before.</param>
internal sealed record RunnerCircumstances(bool IsFirst, IReadOnlyList<TroubleRow> Troubles, IReadOnlyList<RefusalRow> Refusals, IReadOnlyList<CorrectionRow> Corrections);

internal sealed record TroubleRow
{
    public required string Provider { get; init; }

    public required bool IsBroken { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed record RefusalRow
{
    public required string Kind { get; init; }

    public required int Refusals { get; init; }

    public required bool IsSilenced { get; init; }
}

internal sealed record CorrectionRow
{
    public required string ActivityRef { get; init; }

    public required string Outcome { get; init; }

    public required string PreviousOutcome { get; init; }

    public string? PreviousPieces { get; init; }
}
