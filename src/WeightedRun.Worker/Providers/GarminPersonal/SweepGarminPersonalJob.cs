using Hangfire;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Scheduling;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>Sets off the pulls whose time has come.</summary>
internal sealed class SweepGarminPersonalJob(ConnectionRounds rounds, IBackgroundJobClient jobs, IOptions<GarminPersonalOptions> options, TimeProvider time)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var since = time.GetUtcNow().AddHours(-options.Value.PullHours);
        foreach (var connection in await rounds.ReadNotReconciledSinceAsync(GarminPersonalOptions.Provider, since, cancellation))
            jobs.Enqueue<PullGarminPersonalJob>(Queues.Reconcile, job => job.RunAsync(connection, CancellationToken.None));
    }
}
