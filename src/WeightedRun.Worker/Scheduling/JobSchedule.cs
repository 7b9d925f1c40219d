using System.Linq.Expressions;
using Hangfire.Common;
using WeightedRun.Worker.Digest.Schedule;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Providers.GarminPartner;
using WeightedRun.Worker.Providers.GarminPersonal;
using WeightedRun.Worker.Providers.Strava;

namespace WeightedRun.Worker.Scheduling;

/// <summary>The one table of what runs by itself, and when, in UTC. Ids are stable: they are what an operator knows a job by.</summary>
internal static class JobSchedule
{
    public static readonly IReadOnlyList<ScheduledJob> All =
    [
        Row<SweepDigestsJob>("digest-sweep", "*/5 * * * *", Queues.Digests, job => job.RunAsync(CancellationToken.None)),
        Row<WarnOfGarminKeyEndJob>("garmin-key-end", "25 * * * *", Queues.Upkeep, job => job.RunAsync(CancellationToken.None)),
        Row<SweepGarminNoticesJob>("garmin-notices-sweep", "* * * * *", Queues.Events, job => job.RunAsync(CancellationToken.None)),
        Row<SweepGarminPartnerJob>("garmin-partner-sweep", "35 * * * *", Queues.Reconcile, job => job.RunAsync(CancellationToken.None)),
        Row<SweepGarminPersonalJob>("garmin-personal-sweep", "50 * * * *", Queues.Reconcile, job => job.RunAsync(CancellationToken.None)),
        Row<PurgeApiBudgetJob>("purge-api-budget", "40 3 * * *", Queues.Upkeep, job => job.RunAsync(CancellationToken.None)),
        Row<PurgeExpiredJob>("purge-expired", "7 * * * *", Queues.Upkeep, job => job.RunAsync(CancellationToken.None)),
        Row<ReviveStravaBackfillsJob>("strava-backfills-revival", "*/5 * * * *", Queues.Backfill, job => job.RunAsync(CancellationToken.None)),
        Row<SweepStravaConnectionsJob>("strava-connections-sweep", "20 * * * *", Queues.Reconcile, job => job.RunAsync(CancellationToken.None)),
        Row<SweepStravaInboxJob>("strava-inbox-sweep", "* * * * *", Queues.Events, job => job.RunAsync(CancellationToken.None)),
        Row<EnsureStravaSubscriptionJob>("strava-subscription", "10 * * * *", Queues.Upkeep, job => job.RunAsync(CancellationToken.None)),
    ];

    private static ScheduledJob Row<TJob>(string id, string cron, string queue, Expression<Func<TJob, Task>> run) => new(id, cron, Job.FromExpression(run, queue));
}

/// <summary>One line of the schedule.</summary>
internal sealed record ScheduledJob(string Id, string Cron, Job Job);
