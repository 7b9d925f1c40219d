using Hangfire;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>One step of a backfill: a page of the list, newest first, then twenty descriptions at a time. The lock is free between steps, so events pass.</summary>
internal sealed class BackfillStravaJob(
    ConnectionStore connections, ConnectionRounds rounds, StravaBackfill backfill, StravaActivities activities, StravaProfile profile, IBackgroundJobClient jobs, TimeProvider time)
{
    private const int DetailsPerStep = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    public async Task RunAsync(ConnectionId id, CancellationToken cancellation)
    {
        bool hasMore;
        await using (var held = await connections.LockAsync(id, Patience, cancellation))
        {
            hasMore = held is null || (await connections.FindAsync(id, cancellation) is { } connection
                && await StravaBackfill.FindAsync(held, id) is { } row
                && await StepAsync(held, connection, row, cancellation));
        }

        if (hasMore)
            jobs.Enqueue<BackfillStravaJob>(Queues.Backfill, job => job.RunAsync(id, CancellationToken.None));
    }

    private async Task<bool> StepAsync(AdvisoryLock held, Connection connection, Backfill row, CancellationToken cancellation)
    {
        try
        {
            if (row.Window is { } window)
            {
                var page = await activities.ReadPageAsync(held, connection, window, ApiPriority.Backfill, cancellation);
                await backfill.RecordPageAsync(held, connection.ConnectionId, page.Rest, page.ExternalIds.Count);
                if (page.Rest is null)
                    await rounds.RecordReconciledAsync(connection.ConnectionId, cancellation);

                return true;
            }

            await profile.RefreshAsync(held, connection, ApiPriority.Backfill, cancellation);
            if (await activities.ReadDetailsAsync(held, connection, DetailsPerStep, ApiPriority.Backfill, cancellation) == DetailsPerStep)
            {
                await backfill.BeatAsync(held, connection.ConnectionId, time.GetUtcNow());
                return true;
            }

            await backfill.FinishAsync(held, connection.ConnectionId, "done", null);
        }
        catch (RetryLaterException later)
        {
            // Not silent but waiting: the reaper leaves it alone until then.
            await backfill.BeatAsync(held, connection.ConnectionId, later.Until);
            throw;
        }
        catch (StravaException problem) when (problem.Fault == StravaFault.Unavailable)
        {
            // The step has its own patience: Hangfire's retries and the reaper together would multiply it.
            await backfill.BeatAsync(held, connection.ConnectionId, time.GetUtcNow() + Pause);
            throw new RetryLaterException(problem.Message, time.GetUtcNow() + Pause);
        }
        catch (StravaException problem)
        {
            await backfill.FinishAsync(held, connection.ConnectionId, "parked", problem.Message);
        }

        return false;
    }
}
