namespace WeightedRun.Worker.Links;

internal static class LinksSetup
{
    public static IServiceCollection AddLinks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LinkOptions>().Bind(configuration.GetSection(LinkOptions.Section))
            .Validate(options => options.PublicUrl is null or { IsAbsoluteUri: true, Scheme: "http" or "https" }, "Links__PublicUrl: an address such as https://runs.example.org/.")
            .ValidateOnStart();
        return services.AddSingleton<SignedLinks>().AddSingleton<PublicAddress>();
    }
}
