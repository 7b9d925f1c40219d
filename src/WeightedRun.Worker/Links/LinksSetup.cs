using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Links;

internal static class LinksSetup
{
    public static IServiceCollection AddLinks(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSettings<LinkOptions>(configuration).AddSingleton<SignedLinks>().AddSingleton<PublicAddress>();
}
