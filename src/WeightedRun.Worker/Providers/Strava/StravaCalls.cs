using Microsoft.Extensions.Options;
using Refit;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>Calls in a runner's name: the right token, one more try with a new one after 401, faults in our words.</summary>
internal sealed partial class StravaCalls(IStravaApi api, StravaTokens tokens, ConnectionStore connections, IOptions<StravaOptions> options, TimeProvider time, ILogger<StravaCalls> log)
{
    // The operator has to act first; asking once an hour costs nothing and notices when he has.
    private static readonly TimeSpan InactivePause = TimeSpan.FromHours(1);

    public Task<StravaAthlete> GetAthleteAsync(AdvisoryLock held, ConnectionId id, ApiPriority priority, CancellationToken cancellation) =>
        CallAsync(held, id, token => api.GetAthleteAsync(token, priority, cancellation), cancellation);

    public Task<StravaActivity> GetActivityAsync(AdvisoryLock held, ConnectionId id, long activity, ApiPriority priority, CancellationToken cancellation) =>
        CallAsync(held, id, token => api.GetActivityAsync(activity, token, priority, cancellation), cancellation);

    public Task<List<StravaActivity>> ListActivitiesAsync(AdvisoryLock held, ConnectionId id, ListWindow window, ApiPriority priority, CancellationToken cancellation) =>
        CallAsync(
            held,
            id,
            token => api.ListActivitiesAsync(window.After.ToUnixTimeSeconds(), window.Before.ToUnixTimeSeconds(), IStravaApi.LongestPage, token, priority, cancellation),
            cancellation);

    private async Task<T> CallAsync<T>(AdvisoryLock held, ConnectionId id, Func<string, Task<ApiResponse<T>>> call, CancellationToken cancellation)
    {
        try
        {
            var token = await tokens.GetAsync(held, id, cancellation);
            try
            {
                return StravaFaults.ContentOf(await call(token));
            }
            catch (StravaException problem) when (problem.Fault == StravaFault.Unauthorized)
            {
                return StravaFaults.ContentOf(await call(await tokens.ReplaceAsync(held, id, token, cancellation)));
            }
        }
        catch (StravaException problem) when (problem.Fault is StravaFault.Unauthorized or StravaFault.MissingScope)
        {
            var reason = problem.Fault == StravaFault.MissingScope ? "missing-scope" : "revoked";
            await connections.BreakAsync(id, reason, time.GetUtcNow() + options.Value.Retention, cancellation);
            LogBroken(id.Value, reason);
            throw new StravaException(problem.Fault == StravaFault.MissingScope ? StravaFault.MissingScope : StravaFault.Revoked, problem.Message);
        }
        catch (StravaException problem) when (problem.Fault is StravaFault.InactiveApplication or StravaFault.WrongCredentials)
        {
            LogApplication(problem.Message);
            throw new RetryLaterException(problem.Message, time.GetUtcNow() + InactivePause);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Strava refuses connection {ConnectionId} ({Reason}); the runner must connect again")]
    private partial void LogBroken(long connectionId, string reason);

    [LoggerMessage(LogLevel.Error, "Strava refuses this application, not its runners: {Message}. Look at strava.com/settings/api: is the application active, its owner a subscriber, the secret right?")]
    private partial void LogApplication(string message);
}
