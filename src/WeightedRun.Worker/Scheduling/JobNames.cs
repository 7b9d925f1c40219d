using Hangfire.Common;
using WeightedRun.Worker.Digest.Schedule;
using WeightedRun.Worker.Digest.Sending;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Providers.GarminPartner;
using WeightedRun.Worker.Providers.GarminPersonal;
using WeightedRun.Worker.Providers.Strava;

namespace WeightedRun.Worker.Scheduling;

/// <summary>
/// The names under which jobs are stored, instead of their classes': a class can be renamed or moved while jobs of it wait.
/// A name is never changed or used again; one whose job is gone leaves when no such job can be waiting any more.
/// </summary>
internal static class JobNames
{
    public static readonly IReadOnlyDictionary<string, Type> All = new Dictionary<string, Type>
    {
        ["digest-sending"] = typeof(SendDigestsJob),
        ["digest-sweep"] = typeof(SweepDigestsJob),
        ["garmin-backfill"] = typeof(AskForGarminBackfillJob),
        ["garmin-key-end"] = typeof(WarnOfGarminKeyEndJob),
        ["garmin-notices"] = typeof(HandleGarminNoticesJob),
        ["garmin-notices-sweep"] = typeof(SweepGarminNoticesJob),
        ["garmin-partner-check"] = typeof(CheckGarminPartnerJob),
        ["garmin-partner-disconnection"] = typeof(DisconnectGarminPartnerJob),
        ["garmin-partner-sweep"] = typeof(SweepGarminPartnerJob),
        ["garmin-personal-disconnection"] = typeof(DisconnectGarminPersonalJob),
        ["garmin-personal-files"] = typeof(FetchGarminPersonalFilesJob),
        ["garmin-personal-pull"] = typeof(PullGarminPersonalJob),
        ["garmin-personal-sweep"] = typeof(SweepGarminPersonalJob),
        ["purge-api-budget"] = typeof(PurgeApiBudgetJob),
        ["purge-expired"] = typeof(PurgeExpiredJob),
        ["strava-backfill"] = typeof(BackfillStravaJob),
        ["strava-backfills-revival"] = typeof(ReviveStravaBackfillsJob),
        ["strava-connections-sweep"] = typeof(SweepStravaConnectionsJob),
        ["strava-disconnection"] = typeof(DisconnectStravaJob),
        ["strava-events"] = typeof(HandleStravaEventsJob),
        ["strava-inbox-sweep"] = typeof(SweepStravaInboxJob),
        ["strava-reconciliation"] = typeof(ReconcileStravaJob),
        ["strava-subscription"] = typeof(EnsureStravaSubscriptionJob),
        ["strava-sync"] = typeof(SyncStravaJob),
    };

    private static readonly Dictionary<Type, string> Names = All.ToDictionary(job => job.Value, job => job.Key);

    public static string Of(Type type) => Names.TryGetValue(type, out var name) ? name : TypeHelper.SimpleAssemblyTypeSerializer(type);

    public static Type TypeOf(string name) => All.TryGetValue(name, out var type) ? type : TypeHelper.IgnoredAssemblyVersionTypeResolver(name);
}
