using Hangfire;
using WeightedRun.Worker.Digest.Sending;
using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Scheduling;

namespace WeightedRun.Worker.Digest.Schedule;

/// <summary>Every few minutes: what dead workers left behind, whose hour has come, and enough workers for what is due.</summary>
internal sealed class SweepDigestsJob(DigestLedger ledger, DueSweep sweep, DomainTurns turns, IBackgroundJobClient jobs, JobStorage storage, TimeProvider time)
{
    private const int DigestsPerWorker = 50;
    private const int MostWorkersPerServer = 4;

    // Hangfire's servers give a sign of life every thirty seconds.
    private static readonly TimeSpan Alive = TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancellation)
    {
        await ledger.RecoverAsync(cancellation);
        await sweep.RunAsync(cancellation);
        await turns.PurgeAsync(cancellation);
        var (due, workers) = await ledger.CountAsync(cancellation);
        for (var wanted = Math.Min(MostWorkersPerServer * CountServers(), (due + DigestsPerWorker - 1) / DigestsPerWorker); workers < wanted; workers++)
            jobs.Enqueue<SendDigestsJob>(Queues.Digests, job => job.RunAsync(CancellationToken.None));
    }

    private int CountServers() => Math.Max(1, storage.GetMonitoringApi().Servers().Count(server => server.Heartbeat > time.GetUtcNow().UtcDateTime - Alive));
}
