using Dapper;
using Npgsql;
using WeightedRun.Analysis.Loads;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Tagging;

/// <summary>What a runner has told about equipment once and for all. A change tags anew all that is stored, and the weeks are judged by it whenever they are next looked at.</summary>
internal sealed class LoadSettings(NpgsqlDataSource source, TimeProvider time)
{
    public async Task<RunnerLoadSettings> ReadAsync(RunnerId runner, CancellationToken cancellation)
    {
        await using var session = await source.OpenConnectionAsync(cancellation);
        return await ReadAsync(session, runner);
    }

    /// <summary>In a transaction that stores tags: a change waits until they are there, and finds them.</summary>
    public static async Task<RunnerLoadSettings> ReadAsync(NpgsqlConnection session, RunnerId runner) =>
        (await session.QuerySingleOrDefaultAsync<LoadSettingsRow>($"{ReadSql} for share of runners", new { runner }))?.ToSettings() ?? RunnerLoadSettings.None;

    public async Task ChangeAsync(RunnerId runner, Func<RunnerLoadSettings, RunnerLoadSettings> change, CancellationToken cancellation)
    {
        await using var session = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await session.BeginTransactionAsync(cancellation);
        if (await LockAsync(session, runner) is { } settings)
            await SaveAsync(session, runner, settings, change(settings), time.GetUtcNow());

        await transaction.CommitAsync(cancellation);
    }

    /// <summary>One change at a time, and none while tags are being stored. Null when the runner is gone.</summary>
    public static async Task<RunnerLoadSettings?> LockAsync(NpgsqlConnection session, RunnerId runner) =>
        (await session.QuerySingleOrDefaultAsync<LoadSettingsRow>($"{ReadSql} for no key update of runners", new { runner }))?.ToSettings();

    /// <summary>In the transaction that holds the lock. What says nothing new changes nothing.</summary>
    public static async Task SaveAsync(NpgsqlConnection session, RunnerId runner, RunnerLoadSettings before, RunnerLoadSettings settings, DateTimeOffset now)
    {
        var row = LoadSettingsRow.Of(settings);
        var isChanged = await session.ExecuteAsync(
            """
            insert into load_settings as known (runner_id, default_loads, gear_loads, usual_bag_counts, usual_bag_kg, refusals, changed_at)
            values (@runner, @DefaultLoads::jsonb, @GearLoads::jsonb, @UsualBagCounts, @UsualBagKg, @Refusals::jsonb, @now)
            on conflict (runner_id) do update set
                default_loads = excluded.default_loads,
                gear_loads = excluded.gear_loads,
                usual_bag_counts = excluded.usual_bag_counts,
                usual_bag_kg = excluded.usual_bag_kg,
                refusals = excluded.refusals,
                changed_at = excluded.changed_at
            where (known.default_loads, known.gear_loads, known.usual_bag_counts, known.usual_bag_kg, known.refusals)
                  is distinct from (excluded.default_loads, excluded.gear_loads, excluded.usual_bag_counts, excluded.usual_bag_kg, excluded.refusals)
            """,
            new { runner, row.DefaultLoads, row.GearLoads, row.UsualBagCounts, row.UsualBagKg, row.Refusals, now }) > 0;
        if (isChanged)
            await StoredTags.RenewAsync(session, runner, before, settings, now);
    }

    private const string ReadSql =
        """
        select units, default_loads::text as default_loads, gear_loads::text as gear_loads, usual_bag_counts, usual_bag_kg, refusals::text as refusals
        from runners left join load_settings using (runner_id)
        where runner_id = @runner
        """;
}
