using Dapper;
using Npgsql;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Ingestion;

/// <summary>What runners weigh, by day and by who said so.</summary>
internal sealed class BodyMassStore(NpgsqlDataSource source, TimeProvider time)
{
    // The bounds of the table's check: what a device was told in jest is no mass of a person.
    private const double LightestKg = 20;
    private const double HeaviestKg = 400;

    /// <summary>The runner's own word (<c>runner</c>) or his files' (<c>file</c>). The last of a day holds.</summary>
    public async Task StoreAsync(RunnerId runner, string saidBy, IEnumerable<BodyMassEntry> entries, CancellationToken cancellation)
    {
        var days = entries.Where(entry => entry.Mass.Kilograms is >= LightestKg and <= HeaviestKg).Reverse().DistinctBy(entry => entry.On).ToList();
        if (days.Count == 0)
            return;

        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(
            """
            insert into body_mass_entries (runner_id, measured_on, source, mass_kg, entered_at)
            select @runner, measured_on, @saidBy, mass_kg, @now from unnest(@days, @masses) as entry (measured_on, mass_kg)
            on conflict (runner_id, measured_on, source) do update set mass_kg = excluded.mass_kg, entered_at = excluded.entered_at
            where body_mass_entries.mass_kg <> excluded.mass_kg
            """,
            new { runner, saidBy, now = time.GetUtcNow(), days = days.Select(day => day.On).ToArray(), masses = days.Select(day => day.Mass.Kilograms).ToArray() });
    }
}
