using Dapper;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Providers;
using WeightedRun.Worker.Providers.GarminPersonal;
using WeightedRun.Worker.Settings;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tagging;

namespace WeightedRun.Worker.Operations;

/// <summary>
/// Garmin's Personal API. Its token answer, its paths and what a list holds were never published in full: with a runner's key, each is tried and said.
/// </summary>
internal static class GarminPersonalCheck
{
    private const string Name = "garmin-key";

    public static async Task<Diagnosis> RunAsync(Patient patient, CancellationToken cancellation)
    {
        var options = patient.Configuration.Read<GarminPersonalOptions>();
        await using var session = await patient.Source.OpenConnectionAsync(cancellation);
        var connections = (await session.QueryAsync<ConnectionId>(
            "select connection_id from connections where provider = @Provider and state = 'active' order by last_contact_at desc limit 1", new { GarminPersonalOptions.Provider })).AsList();
        if (connections.Count == 0)
            return Diagnosis.Well(Name, $"No runner has brought a key. Not confirmed against Garmin: {options.SearchPath}, {options.DownloadPath}, the pack mass in lists.");

        if (Secrets.Load(patient.Secrets, patient.Database) is not { } keys)
            return Diagnosis.Watch(Name, "Cannot be looked at before there is a master key.", "Run weightedrun serve once.");

        await using var services = new ServiceCollection().AddLogging().AddSingleton(patient.Time).AddSingleton(patient.Source).AddSecrets(patient.Source, keys)
            .AddRunnerConnections().AddIngestion().AddTagging().AddGarminPersonal(patient.Configuration).BuildServiceProvider();
        return await TryAsync(services.GetRequiredService<GarminKeyTrial>(), connections[0], cancellation);
    }

    private static async Task<Diagnosis> TryAsync(GarminKeyTrial trial, ConnectionId connection, CancellationToken cancellation)
    {
        try
        {
            return await trial.RunAsync(connection, cancellation) is not { } found
                ? Diagnosis.Watch(Name, "A connection has no key.", "Its runner must paste one at /connect/garmin.")
                : Diagnosis.Well(Name, $"Key and list answer: {found.Activities} activities of the last month could be placed, {found.WithPackMass} of them with a pack mass.");
        }
        catch (GarminException problem)
        {
            return problem.Fault switch
            {
                GarminFault.NotFound => Diagnosis.Ill(Name, "Garmin knows no list at this path.", "Look the path up at developer.garmin.com and set GarminPersonal__SearchPath (and ActivityPath, DownloadPath)."),
                GarminFault.Revoked => Diagnosis.Watch(Name, problem.Message, "Its runner must paste a new key at /connect/garmin."),
                _ => Diagnosis.Watch(Name, problem.Message, "Try again in a few minutes; if it stays, look the paths up at developer.garmin.com."),
            };
        }
    }
}
