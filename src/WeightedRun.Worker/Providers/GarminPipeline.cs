using System.Net;
using System.Text.Json;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;
using Refit;

namespace WeightedRun.Worker.Providers;

/// <summary>
/// How calls to Garmin behave: few at once, patient with a short Retry-After, three tries in all. A long wait goes back to the job, which is
/// scheduled again instead of holding a worker.
/// </summary>
internal static class GarminPipeline
{
    // A burst of twelve calls was refused with 429; two at once never were.
    public const int CallsAtOnce = 2;
    private const int MaxRetries = 2;
    private const int MaxExceptionContent = 4096;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>With the provider's own JSON: a context that is handed to the container is shared by all clients, and the last one wins.</summary>
    public static RefitSettings Settings(JsonSerializerOptions json) => new(new SystemTextJsonContentSerializer(json)) { ExceptionRedactor = Redact, MaxExceptionContentLength = MaxExceptionContent };

    public static ConcurrencyLimiter Gate() => new(new ConcurrencyLimiterOptions { PermitLimit = CallsAtOnce, QueueLimit = int.MaxValue });

    public static void AddGarminResilience(this IHttpClientBuilder client, RateLimiter gate, TimeSpan attemptTimeout, TimeSpan longestRetryAfter)
    {
        client.ConfigureHttpClient(http =>
        {
            http.DefaultRequestHeaders.UserAgent.ParseAdd("WeightedRun");
            // The pipeline below has its own limits; this one would cut a Retry-After short.
            http.Timeout = Timeout.InfiniteTimeSpan;
        });
        client.RedactLoggedHeaders(["Authorization"]);
        client.AddResilienceHandler("garmin", pipeline =>
        {
            pipeline.AddRateLimiter(gate);
            pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = MaxRetries,
                Delay = FirstPause,
                MaxDelay = LongestPause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldRetryAfterHeader = true,
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthRepeating(arguments.Outcome, longestRetryAfter)),
            });
            pipeline.AddTimeout(attemptTimeout);
        });
    }

    private static bool IsWorthRepeating(Outcome<HttpResponseMessage> outcome, TimeSpan longestRetryAfter) => outcome switch
    {
        { Exception: HttpRequestException or TimeoutRejectedException } => true,
        { Result.StatusCode: HttpStatusCode.TooManyRequests } => (GarminAnswers.WaitOf(outcome.Result.Headers) ?? TimeSpan.Zero) <= longestRetryAfter,
        { Result.StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout } => true,
        _ => false,
    };

    // Whatever walks through an exception's members for a log finds no token there.
    private static void Redact(ApiExceptionBase problem)
    {
        problem.RequestMessage.Headers.Authorization = null;
        problem.RequestMessage.RequestUri = null;
        problem.RequestContent = null;
    }
}
