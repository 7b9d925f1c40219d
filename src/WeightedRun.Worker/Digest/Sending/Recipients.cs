using Dapper;
using Npgsql;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Digest.Sending;

/// <summary>Reads whom a digest is for, in one trip to the database.</summary>
internal sealed class Recipients(NpgsqlDataSource source)
{
    // As far back as a history is read on connecting: docs/adr/0008.
    private const int FirstMassHoldsDaysBefore = 180;

    /// <summary>Null when the runner is gone.</summary>
    public async Task<Recipient?> FindAsync(RunnerId runner, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var answers = await connection.QueryMultipleAsync(
            """
            select runners.runner_id, email, email_confirmed_at is not null as is_confirmed, unsubscribed_at is not null as is_unsubscribed, time_zone, units, language, week_starts_on,
                   birth_year, hr_max_bpm, hr_rest_bpm, experienced_since, usual_load_kg, ironman_until, ironman_set_on
            from runners left join digest_settings using (runner_id)
            where runners.runner_id = @runner;

            -- Of one day, the runner's own word holds.
            select distinct on (measured_on) measured_on, mass_kg from body_mass_entries where runner_id = @runner order by measured_on, source = 'runner' desc, entered_at desc
            """,
            new { runner });
        var row = await answers.ReadSingleOrDefaultAsync<RecipientRow>();
        var masses = await answers.ReadAsync<BodyMassRow>();
        return row?.With(masses.Select((mass, at) => new BodyMassEntry(mass.MeasuredOn.AddDays(at == 0 ? -FirstMassHoldsDaysBefore : 0), Mass.FromKilograms(mass.MassKg))));
    }

    /// <summary>Every runner with a confirmed address who wants a digest.</summary>
    public async Task<IReadOnlyList<RunnerId>> ReadAllAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<RunnerId>(
            "select runner_id from runners join digest_settings using (runner_id) where email_confirmed_at is not null and unsubscribed_at is null order by runner_id")).AsList();
    }

    private sealed record BodyMassRow
    {
        public required DateOnly MeasuredOn { get; init; }

        public required double MassKg { get; init; }
    }
}
