using System.Linq.Expressions;
using System.Threading.Channels;
using Hangfire;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers;

/// <summary>
/// Between the answer to what a provider pushes and its job: however much a connection gets at once, one job is enqueued. What is lost with the process, the sweep finds.
/// </summary>
/// <param name="jobs">Where to.</param>
/// <param name="work">The job's call for a connection.</param>
/// <param name="log">What could not be enqueued.</param>
internal sealed partial class ConnectionSignal<TJob>(IBackgroundJobClient jobs, Func<ConnectionId, Expression<Func<TJob, Task>>> work, ILogger<ConnectionSignal<TJob>> log) : BackgroundService
{
    private readonly Channel<ConnectionId> _raised = Channel.CreateUnbounded<ConnectionId>(new UnboundedChannelOptions { SingleReader = true });

    public void Raise(ConnectionId connection) => _raised.Writer.TryWrite(connection);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var waiting = new HashSet<ConnectionId>();
        while (await _raised.Reader.WaitToReadAsync(stoppingToken))
        {
            while (_raised.Reader.TryRead(out var connection))
                waiting.Add(connection);

            foreach (var connection in waiting)
                Enqueue(connection);

            waiting.Clear();
        }
    }

    private void Enqueue(ConnectionId connection)
    {
        try
        {
            jobs.Enqueue(Queues.Events, work(connection));
        }
        catch (BackgroundJobClientException problem)
        {
            LogNotEnqueued(connection.Value, problem);
        }
    }

    [LoggerMessage(LogLevel.Warning, "No job for the events of connection {ConnectionId}; the sweep finds them within a minute")]
    private partial void LogNotEnqueued(long connectionId, Exception problem);
}

internal static class ConnectionSignals
{
    public static IServiceCollection AddSignal<TJob>(this IServiceCollection services, Func<ConnectionId, Expression<Func<TJob, Task>>> work) => services
        .AddSingleton(work).AddSingleton<ConnectionSignal<TJob>>().AddHostedService(provider => provider.GetRequiredService<ConnectionSignal<TJob>>());
}
