using Hangfire;
using WeightedRun.Worker.Digest.Sending;
using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Scheduling;

namespace WeightedRun.Worker.Digest.Schedule;

/// <summary>Every few minutes: what dead workers left behind, whose hour has come, and enough workers for what is due.</summary>
internal sealed class SweepDigestsJob(DigestLedger ledger, DueSweep sweep, DomainTurns turns, IBackgroundJobClient jobs)
{
    private const int DigestsPerWorker = 50;
    private const int MostWorkers = 4;

    public async Task RunAsync(CancellationToken cancellation)
    {
        await ledger.RecoverAsync(cancellation);
        await sweep.RunAsync(cancellation);
        await turns.PurgeAsync(cancellation);
        var (due, workers) = await ledger.CountAsync(cancellation);
        for (var wanted = Math.Min(MostWorkers, (due + DigestsPerWorker - 1) / DigestsPerWorker); workers < wanted; workers++)
            jobs.Enqueue<SendDigestsJob>(Queues.Digests, job => job.RunAsync(CancellationToken.None));
    }
}
