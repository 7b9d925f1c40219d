namespace WeightedRun.Worker.Tagging;

internal static class TaggingSetup
{
    public static IServiceCollection AddTagging(this IServiceCollection services) => services.AddSingleton<TagStore>().AddSingleton<LoadSettings>().AddSingleton<RunnerCorrections>();
}
