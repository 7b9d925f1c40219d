using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace WeightedRun.Worker.Operations;

internal static class HealthSetup
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks();
        return services;
    }

    /// <summary><c>/health/live</c> says that the process answers, whatever else does not: a restart mends no database.</summary>
    public static void MapHealth(this WebApplication app) => app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
}
