using Hangfire;
using Hangfire.Storage;

namespace WeightedRun.Worker.Scheduling;

/// <summary>Makes Hangfire's recurring jobs those of the schedule when a process with jobs starts: what is no longer in the table is removed.</summary>
internal sealed partial class ScheduleReconciler(JobStorage storage, IRecurringJobManager recurring, ILogger<ScheduleReconciler> logger) : IHostedService
{
    private const int Attempts = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Reconcile();
                return;
            }
            catch (DistributedLockTimeoutException locked) when (attempt < Attempts)
            {
                // A process that was killed right here left its lock behind; it lapses.
                Log.Waiting(logger, locked.Resource);
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Reconcile()
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
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Removed the recurring job {Id}, which is no longer in the schedule")]
        public static partial void Removed(ILogger logger, string id);

        [LoggerMessage(2, LogLevel.Information, "Waiting for the lock {Resource} before the schedule is brought up to date")]
        public static partial void Waiting(ILogger logger, string resource);
    }
}
