using Microsoft.Extensions.Options;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>Once an hour and at start: the subscription stands, or it is known why not.</summary>
internal sealed partial class EnsureStravaSubscriptionJob(StravaSubscription subscription, IOptions<StravaOptions> options, ILogger<EnsureStravaSubscriptionJob> log)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        // Who does without Strava, or without a webhook, is not reminded of it every hour.
        if (options.Value is { IsConfigured: true, PublicAddress: not null } && await subscription.EnsureAsync(cancellation) is { } problem)
            LogProblem(problem);
    }

    [LoggerMessage(LogLevel.Warning, "{Problem}")]
    private partial void LogProblem(string problem);
}
