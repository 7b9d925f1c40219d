using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Refit;
using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Providers.GarminPersonal;

internal static class GarminPersonalRegistration
{
    public static IServiceCollection AddGarminPersonal(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<GarminPersonalOptions>(configuration);
        var options = configuration.Read<GarminPersonalOptions>();
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
