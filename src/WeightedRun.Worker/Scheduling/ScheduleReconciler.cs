using Hangfire;
using Hangfire.Storage;

namespace WeightedRun.Worker.Scheduling;

/// <summary>Makes Hangfire's recurring jobs those of the schedule when a process with jobs starts: what is no longer in the table is removed.</summary>
internal sealed partial class ScheduleReconciler(JobStorage storage, IRecurringJobManager recurring, ILogger<ScheduleReconciler> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        using (var connection = storage.GetConnection())
        {
            foreach (var stale in connection.GetRecurringJobs().Select(job => job.Id).Except(JobSchedule.All.Select(job => job.Id)))
            {
                recurring.RemoveIfExists(stale);
                Log.Removed(logger, stale);
            }
        }

        foreach (var job in JobSchedule.All)
            recurring.AddOrUpdate(job.Id, job.Job, job.Cron, new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc });

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Removed the recurring job {Id}, which is no longer in the schedule")]
        public static partial void Removed(ILogger logger, string id);
    }
}
