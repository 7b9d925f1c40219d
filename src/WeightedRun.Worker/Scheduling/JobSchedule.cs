using System.Linq.Expressions;
using Hangfire.Common;
using WeightedRun.Worker.Ingestion;

namespace WeightedRun.Worker.Scheduling;

/// <summary>The one table of what runs by itself, and when, in UTC. Ids are stable: they are what an operator knows a job by.</summary>
internal static class JobSchedule
{
    public static readonly IReadOnlyList<ScheduledJob> All =
    [
        Row<PurgeExpiredJob>("purge-expired", "7 * * * *", Queues.Upkeep, job => job.RunAsync(CancellationToken.None)),
    ];

    private static ScheduledJob Row<TJob>(string id, string cron, string queue, Expression<Func<TJob, Task>> run) => new(id, cron, Job.FromExpression(run, queue));
}

/// <summary>One line of the schedule.</summary>
internal sealed record ScheduledJob(string Id, string Cron, Job Job);
