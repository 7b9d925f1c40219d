using Dapper;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Providers.Strava;
using WeightedRun.Worker.Settings;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tagging;

namespace WeightedRun.Worker.Operations;

/// <summary>The Strava application and its push subscription, which is made where it is missing.</summary>
internal static class StravaCheck
{
    private const string Name = "strava";

    /// <summary>Who hid something when they connected. That is their right; it explains missing runs and masses.</summary>
    public static async Task<Diagnosis> ScopesAsync(Patient patient, CancellationToken cancellation)
    {
        await using var session = await patient.Source.OpenConnectionAsync(cancellation);
        var (all, withoutPrivate, withoutMass) = await session.QuerySingleAsync<(int, int, int)>(
            """
            select count(*)::int, count(*) filter (where not 'activity:read_all' = any(scopes))::int, count(*) filter (where not 'profile:read_all' = any(scopes))::int
            from connections where provider = @Provider and state = 'active'
            """,
            new { StravaOptions.Provider });
        return withoutPrivate == 0 && withoutMass == 0
            ? Diagnosis.Well("scopes", $"Connections to Strava: {all}, each with all that was asked for.")
            : Diagnosis.Watch("scopes", $"Of {all} connections to Strava, {withoutPrivate} leave out private runs and {withoutMass} the body mass.", "Nothing to mend here: each runner sees it at /connections and can connect again with more.");
    }

    public static async Task<Diagnosis> RunAsync(Patient patient, CancellationToken cancellation)
    {
        var options = patient.Configuration.Read<StravaOptions>();
        if (!options.IsConfigured)
            return Diagnosis.Well(Name, "Not set up; runs come from files alone.");

        if (Secrets.Load(patient.Secrets, patient.Database) is not { } keys)
            return Diagnosis.Watch(Name, "Cannot be looked at before there is a master key.", "Run weightedrun serve once.");

        if (options.PublicAddress is not { } address)
            return Diagnosis.Watch(Name, "Strava cannot push: there is no public address. Runs are polled for once an hour.", "Set Strava__PublicUrl if this machine can be reached from the internet with HTTPS.");

        await using var services = new ServiceCollection().AddLogging().AddSingleton(patient.Time).AddSingleton(patient.Source).AddSecrets(patient.Source, keys)
            .AddRunnerConnections().AddIngestion().AddTagging().AddStrava(patient.Configuration).BuildServiceProvider();
        return await services.GetRequiredService<StravaSubscription>().EnsureAsync(cancellation) is { } problem
            ? Diagnosis.Ill(Name, problem, "See docs/strava.md, section Webhook; serve must be running and reachable while this is checked.")
            : Diagnosis.Well(Name, $"The application answers, and Strava pushes to {address}.");
    }
}
