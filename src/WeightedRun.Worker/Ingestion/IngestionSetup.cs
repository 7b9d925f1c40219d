namespace WeightedRun.Worker.Ingestion;

internal static class IngestionSetup
{
    public static IServiceCollection AddIngestion(this IServiceCollection services) => services
        .AddSingleton<ActivityStore>()
        .AddSingleton<InboxStore>()
        .AddSingleton<ParkedActivities>();
}
