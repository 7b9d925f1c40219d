using Dapper;
using Npgsql;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Web.Account;

/// <summary>What a runner has told about himself, and what he wants; his address and his digest's hour have their own doors.</summary>
internal sealed class RunnerSettings(NpgsqlDataSource source, TimeProvider time)
{
    public async Task<SettingsRow> ReadAsync(RunnerId runner, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleAsync<SettingsRow>(
            """
            select email, (select email from address_requests where address_requests.runner_id = runners.runner_id) as wanted_email, birth_year, time_zone, units, language,
                   week_starts_on, experienced_since, usual_load_kg, ironman_until, hr_max_bpm, health_notice_at, weekday, hour, unsubscribed_at,
                   (select mass_kg from body_mass_entries where body_mass_entries.runner_id = runners.runner_id order by measured_on desc, source = 'runner' desc limit 1) as body_mass_kg,
                   (select activities.time_zone from activities where activities.runner_id = runners.runner_id and activities.time_zone is not null order by start_local desc limit 1) as zone_of_runs
            from runners left join digest_settings using (runner_id)
            where runner_id = @runner
            """,
            new { runner });
    }

    public async Task SaveAsync(RunnerId runner, SettingsInput input, DateOnly today, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var now = time.GetUtcNow();
        await connection.ExecuteAsync(
            """
            update runners set
                birth_year = @birthYear, units = @units, language = @language, week_starts_on = @weekStartsOn, hr_max_bpm = @hrMaxBpm, usual_load_kg = @usualLoadKg,
                experienced_since = case when @isExperienced then coalesce(experienced_since, @today) end,
                ironman_set_on = case when ironman_until is distinct from @ironmanUntil then @today else ironman_set_on end,
                ironman_until = @ironmanUntil,
                health_notice_at = coalesce(health_notice_at, case when @isNoticed then @now end)
            where runner_id = @runner
            """,
            new
            {
                runner,
                input.BirthYear,
                units = input.IsImperial ? "imperial" : "metric",
                input.Language,
                weekStartsOn = (short)input.WeekStartsOn,
                input.HrMaxBpm,
                usualLoadKg = input.UsualLoad?.Kilograms,
                input.IsExperienced,
                input.IronmanUntil,
                input.IsNoticed,
                today,
                now,
            });
        if (input.BodyMass is { Kilograms: var kilograms })
        {
            // What was there already says nothing new: only another mass begins another entry.
            await connection.ExecuteAsync(
                """
                insert into body_mass_entries (runner_id, measured_on, source, mass_kg, entered_at)
                select @runner, @today, 'runner', @kilograms, @now
                where not exists (select from (select mass_kg from body_mass_entries where runner_id = @runner order by measured_on desc, source = 'runner' desc limit 1) as last
                                  where abs(mass_kg - @kilograms) < 0.05)
                on conflict (runner_id, measured_on, source) do update set mass_kg = excluded.mass_kg, entered_at = excluded.entered_at
                """,
                new { runner, today, kilograms, now });
        }

        await transaction.CommitAsync(cancellation);
    }
}

/// <summary>The settings as they are stored.</summary>
internal sealed record SettingsRow
{
    public string? Email { get; init; }

    public string? WantedEmail { get; init; }

    public short? BirthYear { get; init; }

    public required string TimeZone { get; init; }

    public required string Units { get; init; }

    public required string Language { get; init; }

    public required short WeekStartsOn { get; init; }

    public DateOnly? ExperiencedSince { get; init; }

    public double? UsualLoadKg { get; init; }

    public DateOnly? IronmanUntil { get; init; }

    public double? HrMaxBpm { get; init; }

    public DateTimeOffset? HealthNoticeAt { get; init; }

    public short? Weekday { get; init; }

    public short? Hour { get; init; }

    public DateTimeOffset? UnsubscribedAt { get; init; }

    public double? BodyMassKg { get; init; }

    public string? ZoneOfRuns { get; init; }
}

/// <summary>The settings as a form gave them, checked.</summary>
internal sealed record SettingsInput
{
    public required string? Email { get; init; }

    public required Mass? BodyMass { get; init; }

    public required int? BirthYear { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public required bool IsImperial { get; init; }

    public required string Language { get; init; }

    public required DayOfWeek WeekStartsOn { get; init; }

    public required DayOfWeek Weekday { get; init; }

    public required int Hour { get; init; }

    public required bool WantsDigest { get; init; }

    public required bool IsExperienced { get; init; }

    public required Mass? UsualLoad { get; init; }

    public required double? HrMaxBpm { get; init; }

    public required DateOnly? IronmanUntil { get; init; }

    public required bool IsNoticed { get; init; }

    /// <summary>Records print their members, and an address belongs in no log.</summary>
    public override string ToString() => nameof(SettingsInput);
}
