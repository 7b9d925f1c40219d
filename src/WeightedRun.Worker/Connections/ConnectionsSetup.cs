namespace WeightedRun.Worker.Connections;

internal static class ConnectionsSetup
{
    public static IServiceCollection AddRunnerConnections(this IServiceCollection services) => services
        .AddSingleton<TokenProtection>()
        .AddSingleton<ConnectionStore>()
        .AddSingleton<ConnectionRounds>()
        .AddSingleton<SubscriptionStore>()
        .AddSingleton<BrowserSeal>()
        .AddSingleton<Consents>()
        .AddSingleton<RunnerStore>()
        .AddSingleton<Deletion>();
}
