using System.Globalization;
using Dapper;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Operations;

internal static class DatabaseChecks
{
    // Oldest version that its makers still mend.
    private const int OldestKeptMajor = 14;

    public static async Task<Diagnosis> ServerAsync(Patient patient, CancellationToken cancellation)
    {
        await using var connection = await patient.Source.OpenConnectionAsync(cancellation);
        var version = await connection.ExecuteScalarAsync<string>("show server_version");
        var place = patient.IsLocalDatabase ? $"private, in {patient.Database.Folder}" : $"at {connection.Host}";
        return connection.PostgreSqlVersion.Major >= OldestKeptMajor
            ? Diagnosis.Well("database", $"PostgreSQL {version}, {place}.")
            : Diagnosis.Watch("database", $"PostgreSQL {version} gets no more fixes.", string.Create(CultureInfo.InvariantCulture, $"Move to PostgreSQL {OldestKeptMajor} or later."));
    }

    public static async Task<Diagnosis> MigrationsAsync(Patient patient, CancellationToken cancellation)
    {
        var pending = await Migrator.For(patient.Source).ReadPendingAsync(cancellation);
        return pending.Count == 0
            ? Diagnosis.Well("migrations", $"All {Migration.All.Count} are applied.")
            : Diagnosis.Watch("migrations", $"{pending.Count} of {Migration.All.Count} are not applied yet, first {pending[0].Name}.", "Run weightedrun migrate, or start weightedrun serve, which does it.");
    }
}
