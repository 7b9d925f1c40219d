namespace WeightedRun.Worker.Compliance;

internal static class ComplianceSetup
{
    public static IServiceCollection AddCompliance(this IServiceCollection services) => services.AddSingleton<TrainingLogReader>().AddSingleton<RunDecisions>();
}
