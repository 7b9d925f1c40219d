using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Refit;

namespace WeightedRun.Worker.Providers.GarminPersonal;

internal static class GarminPersonalRegistration
{
    public static IServiceCollection AddGarminPersonal(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(GarminPersonalOptions.Section);
        services.AddOptions<GarminPersonalOptions>().Bind(section)
            .Validate(options => options.ActivityPath.Contains("{id}", StringComparison.Ordinal), "GarminPersonal__ActivityPath: the activity's number goes where {id} stands.")
            .Validate(options => options.DownloadPath.Contains("{id}", StringComparison.Ordinal), "GarminPersonal__DownloadPath: the activity's number goes where {id} stands.")
            .Validate(options => options.OverlapDays is >= 1 and <= 60, "GarminPersonal__OverlapDays: from 1 to 60.")
            .Validate(options => options.HistoryDays is >= 1 and <= 3650, "GarminPersonal__HistoryDays: from 1 to 3650.")
            .Validate(options => options.PullHours is >= 1 and <= 168, "GarminPersonal__PullHours: from 1 to 168.")
            .Validate(options => options.RetentionDays >= 8, "GarminPersonal__RetentionDays: at least 8, or runs expire between two weekly digests.")
            .ValidateOnStart();
        var options = section.Get<GarminPersonalOptions>() ?? new GarminPersonalOptions();
        var gate = GarminPipeline.Gate();
        AddClient<IGarminPersonalKeys>(services).AddGarminResilience(gate, options.AttemptTimeout, options.LongestRetryAfter);
        var api = AddClient<IGarminPersonalApi>(services);
        // Outside the pipeline: while a key is exchanged, the call that needs it holds no place in the gate.
        api.AddHttpMessageHandler<BearerHandler>();
        api.AddGarminResilience(gate, options.AttemptTimeout, options.LongestRetryAfter);
        services.TryAddSingleton<ActivityPages>();
        services.AddSingleton<GarminKeyEnds>().AddTransient<GarminKeys>().AddTransient<GarminPersonalActivities>().AddTransient<GarminPersonalFiles>().AddTransient<GarminPersonalReading>().AddTransient<GarminPersonalRefresh>()
            .AddTransient<GarminKeyTrial>().AddTransient<GarminPersonalConnect>().AddTransient<GarminPersonalPages>();
        return services.AddSingleton<Bearers>().AddTransient<BearerHandler>().AddTransient<GarminPersonalPull>();
    }

    public static void MapGarminPersonal(this WebApplication app) => GarminPersonalPages.Map(app);

    private static IHttpClientBuilder AddClient<T>(IServiceCollection services)
        where T : class => services.AddRefitGeneratedClient<T>(GarminPipeline.Settings(GarminPersonalJson.Default.Options))
        .ConfigureHttpClient((provider, http) => http.BaseAddress = provider.GetRequiredService<IOptions<GarminPersonalOptions>>().Value.BaseUrl);
}
