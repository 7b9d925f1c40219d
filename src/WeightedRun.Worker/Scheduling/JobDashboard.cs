using Hangfire;
using WeightedRun.Worker.Web.Admin;

namespace WeightedRun.Worker.Scheduling;

/// <summary>Hangfire's dashboard at <c>/jobs</c>, for signed-in admins. It shows jobs and the product's own ids, nothing of a runner.</summary>
internal static class JobDashboard
{
    public static void MapJobDashboard(this WebApplication app) => app.MapHangfireDashboard("/jobs", new DashboardOptions
    {
        // The policy below decides, and sends strangers to the sign-in instead of a bare 401.
        Authorization = [],
        DashboardTitle = "WeightedRun jobs",
        DisplayStorageConnectionString = false,
        AppPath = null,
    }).RequireAuthorization(AdminSessions.Scheme);
}
