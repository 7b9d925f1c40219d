using System.Threading.Channels;
using Hangfire;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>Between the answer to an event and its job: however many events a connection gets at once, one job is enqueued. What is lost with the process, the sweep finds.</summary>
internal sealed partial class EventSignal(IBackgroundJobClient jobs, ILogger<EventSignal> log) : BackgroundService
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
            jobs.Enqueue<HandleStravaEventsJob>(Queues.Events, job => job.RunAsync(connection, CancellationToken.None));
        }
        catch (BackgroundJobClientException problem)
        {
            LogNotEnqueued(connection.Value, problem);
        }
    }

    [LoggerMessage(LogLevel.Warning, "No job for the events of connection {ConnectionId}; the sweep finds them within a minute")]
    private partial void LogNotEnqueued(long connectionId, Exception problem);
}
