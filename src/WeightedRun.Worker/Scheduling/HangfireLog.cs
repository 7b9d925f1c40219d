using Hangfire.AspNetCore;
using Hangfire.Logging;

namespace WeightedRun.Worker.Scheduling;

/// <summary>Hangfire keeps one log for the process. That of an installation which ended is silent from then on, and stops no worker of another.</summary>
internal sealed class HangfireLog(ILoggerFactory loggers) : ILogProvider
{
    private readonly AspNetCoreLogProvider _log = new(loggers);

    public ILog GetLogger(string name)
    {
        try
        {
            return _log.GetLogger(name);
        }
        catch (ObjectDisposedException)
        {
            return new Silence();
        }
    }

    private sealed class Silence : ILog
    {
        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null) => false;
    }
}
