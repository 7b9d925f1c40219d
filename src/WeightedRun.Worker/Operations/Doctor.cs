using Npgsql;
using WeightedRun.Worker.Settings;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Operations;

/// <summary>The checks of <c>doctor</c>, in the order in which things are mended.</summary>
internal static class Doctor
{
    private static readonly IReadOnlyList<(string Name, DoctorCheck Check)> Checks =
    [
        ("database", DatabaseChecks.ServerAsync),
        ("migrations", DatabaseChecks.MigrationsAsync),
        ("secrets", SecretsCheck.RunAsync),
        ("clock", ClockChecks.ClockAsync),
        ("zones", ClockChecks.ZonesAsync),
        ("address", AddressCheck.RunAsync),
        ("mail", MailCheck.RunAsync),
        ("strava", StravaCheck.RunAsync),
        ("scopes", StravaCheck.ScopesAsync),
        ("garmin-key", GarminPersonalCheck.RunAsync),
        ("garmin-push", GarminPartnerCheck.RunAsync),
    ];

    public static async Task<IReadOnlyList<Diagnosis>> ExamineAsync(Patient patient, CancellationToken cancellation)
    {
        var diagnoses = new List<Diagnosis>();
        foreach (var (name, check) in Checks)
            diagnoses.Add(await ExamineAsync(name, check, patient, cancellation));

        return diagnoses;
    }

    private static async Task<Diagnosis> ExamineAsync(string name, DoctorCheck check, Patient patient, CancellationToken cancellation)
    {
        try
        {
            return await check(patient, cancellation);
        }
        catch (WrongSettingsException)
        {
            return SettingsCheck.WaitFor(name);
        }
        catch (MachineLacksException problem)
        {
            return Diagnosis.Ill(name, problem.Message, "Do as the message says.");
        }
        catch (PostgresException problem) when (problem.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return Diagnosis.Watch(name, "Cannot be checked before the database is migrated.", "Run weightedrun migrate.");
        }
        catch (NpgsqlException problem)
        {
            return Diagnosis.Ill(name, $"The database does not answer: {problem.Message}", "Check that PostgreSQL runs and that Database__ConnectionString is right.");
        }
    }
}
