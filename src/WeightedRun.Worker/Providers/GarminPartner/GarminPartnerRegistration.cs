using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Refit;
using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Providers.GarminPartner;

internal static class GarminPartnerRegistration
{
    public static IServiceCollection AddGarminPartner(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<GarminPartnerOptions>(configuration);
        var options = configuration.Read<GarminPartnerOptions>();
        var gate = GarminPipeline.Gate();
        AddClient<IGarminPartnerOAuth>(services, value => value.TokenBaseUrl).AddGarminResilience(gate, options.AttemptTimeout, options.LongestRetryAfter);
        AddClient<IGarminPartnerApi>(services, value => value.ApiBaseUrl).AddGarminResilience(gate, options.AttemptTimeout, options.LongestRetryAfter);
        services.AddHttpClient<GarminPartnerDeliveries>()
            // A redirect would lead out of the host that was checked.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .AddGarminResilience(gate, options.AttemptTimeout, options.LongestRetryAfter);
        services.TryAddSingleton<ActivityPages>();
        services.AddSignal<HandleGarminNoticesJob>(connection => job => job.RunAsync(connection, CancellationToken.None));
        services.AddSingleton<GarminNotices>().AddSingleton<GarminBackfill>().AddTransient<GarminPartnerAccess>().AddTransient<GarminArrivals>().AddTransient<GarminMembership>()
            .AddTransient<GarminPartnerConnect>().AddTransient<GarminWebhook>();
        return services.AddTransient<GarminPartnerTokens>().AddTransient<GarminPartnerCalls>().AddSingleton<NotificationDoor>();
    }

    public static void MapGarminPartner(this WebApplication app)
    {
        GarminPartnerConnect.Map(app);
        GarminWebhook.Map(app);
    }

    private static IHttpClientBuilder AddClient<T>(IServiceCollection services, Func<GarminPartnerOptions, Uri> address)
        where T : class => services.AddRefitGeneratedClient<T>(GarminPipeline.Settings(GarminPartnerJson.Default.Options))
        .ConfigureHttpClient((provider, http) => http.BaseAddress = address(provider.GetRequiredService<IOptions<GarminPartnerOptions>>().Value));
}
