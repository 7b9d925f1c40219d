using Dapper;

namespace WeightedRun.Worker.Operations;

internal static class ClockChecks
{
    // Providers' windows and tokens are kept by the minute; beyond this, budgets and expiries are wrong.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);

    public static async Task<Diagnosis> ClockAsync(Patient patient, CancellationToken cancellation)
    {
        await using var connection = await patient.Source.OpenConnectionAsync(cancellation);
        var difference = (await connection.ExecuteScalarAsync<DateTimeOffset>("select clock_timestamp()") - patient.Time.GetUtcNow()).Duration();
        return difference <= Tolerance
            ? Diagnosis.Well("clock", $"This machine and the database agree to {Math.Max(1, difference.TotalSeconds):0} s.")
            : Diagnosis.Ill("clock", $"This machine and the database differ by {difference.TotalSeconds:0} s.", "Let both keep time by NTP.");
    }

    public static async Task<Diagnosis> ZonesAsync(Patient patient, CancellationToken cancellation)
    {
        await using var connection = await patient.Source.OpenConnectionAsync(cancellation);
        var zones = await connection.QueryAsync<string>("select distinct time_zone from runners");
        return zones.Append("Europe/Berlin").FirstOrDefault(zone => !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) is { } unknown
            ? Diagnosis.Ill("zones", $"This machine knows no time zone {unknown}.", "Install the package tzdata.")
            : Diagnosis.Well("zones", "Every runner's time zone is known.");
    }
}
