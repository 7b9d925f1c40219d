using System.Net;
using Hangfire;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;
using Refit;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Providers.Strava;

internal static class StravaRegistration
{
    // Three tries in all: what stays down longer belongs to the job's own schedule, not to a caller who waits.
    private const int MaxRetries = 2;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddStrava(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<StravaOptions>(configuration);
        // Each call would be four lines; what goes wrong is logged where it is understood.
        services.AddLogging(logging => logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning).AddFilter("Polly", LogLevel.Error));
        services.AddTransient<StravaBudget>();
        AddClient<IStravaApi>(services, "strava-api", options => options.ApiBaseUrl).AddHttpMessageHandler<StravaBudget>();
        AddClient<IStravaPush>(services, "strava-push", options => options.ApiBaseUrl);
        AddClient<IStravaOAuth>(services, "strava-oauth", options => options.OAuthBaseUrl);
        services.AddSingleton<ApiBudget>();
        services.TryAddSingleton<ActivityPages>();
        services.AddSingleton<KnownSubscription>().AddSignal<HandleStravaEventsJob>(connection => job => job.RunAsync(connection, CancellationToken.None));
        services.AddTransient<StravaTokens>().AddTransient<StravaCalls>().AddTransient<StravaActivities>().AddTransient<StravaEvents>().AddTransient<StravaProfile>()
            .AddTransient<StravaBackfill>().AddTransient<StravaSubscription>().AddTransient<StravaConnect>().AddTransient<StravaWebhook>();
        return services;
    }

    public static void MapStrava(this WebApplication app)
    {
        StravaConnect.Map(app);
        StravaWebhook.Map(app);
        // Now, not at the next full hour: Strava's validation call needs this process to listen.
        app.Lifetime.ApplicationStarted.Register(() =>
            app.Services.GetRequiredService<IBackgroundJobClient>().Enqueue<EnsureStravaSubscriptionJob>(Queues.Upkeep, job => job.RunAsync(CancellationToken.None)));
    }

    private static IHttpClientBuilder AddClient<T>(IServiceCollection services, string name, Func<StravaOptions, Uri> address)
        where T : class
    {
        var settings = new RefitSettings(new SystemTextJsonContentSerializer(StravaJson.Default.Options)) { ExceptionRedactor = Redact, MaxExceptionContentLength = 4096 };
        var client = services.AddRefitGeneratedClient<T>(settings, name);
        client.ConfigureHttpClient((provider, http) =>
        {
            http.BaseAddress = address(provider.GetRequiredService<IOptions<StravaOptions>>().Value);
            http.DefaultRequestHeaders.UserAgent.ParseAdd("WeightedRun");
            // The pipeline below has its own limits; this one would cut its retries short.
            http.Timeout = Timeout.InfiniteTimeSpan;
        });
        client.RedactLoggedHeaders(["Authorization"]);
        client.AddResilienceHandler("strava", (pipeline, context) =>
        {
            pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = MaxRetries,
                Delay = FirstPause,
                MaxDelay = LongestPause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthRepeating(arguments.Outcome)),
            });
            pipeline.AddTimeout(context.ServiceProvider.GetRequiredService<IOptions<StravaOptions>>().Value.AttemptTimeout);
        });
        return client;
    }

    private static bool IsWorthRepeating(Outcome<HttpResponseMessage> outcome) => outcome.Exception is HttpRequestException or TimeoutRejectedException
        || outcome.Result?.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout;

    // Whatever walks through an exception's members for a log finds no token there.
    private static void Redact(ApiExceptionBase problem)
    {
        problem.RequestMessage.Headers.Authorization = null;
        problem.RequestMessage.RequestUri = null;
        problem.RequestContent = null;
    }
}
