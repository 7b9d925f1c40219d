namespace WeightedRun.Worker.Providers.Strava;

/// <summary>Once an hour and at start: the subscription stands, or it is known why not.</summary>
internal sealed partial class EnsureStravaSubscriptionJob(StravaSubscription subscription, ILogger<EnsureStravaSubscriptionJob> log)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (await subscription.EnsureAsync(cancellation) is { } problem)
            LogProblem(problem);
    }

    [LoggerMessage(LogLevel.Warning, "{Problem}")]
    private partial void LogProblem(string problem);
}
