using System.Net;
using Hangfire;
using Hangfire.Dashboard;

namespace WeightedRun.Worker.Scheduling;

/// <summary>Hangfire's dashboard at <c>/jobs</c>. Until admins can sign in it answers on this machine alone.</summary>
internal static class JobDashboard
{
    public static void MapJobDashboard(this WebApplication app) => app.MapHangfireDashboard("/jobs", new DashboardOptions
    {
        Authorization = [new ThisMachineOnly()],
        DashboardTitle = "WeightedRun jobs",
        DisplayStorageConnectionString = false,
        AppPath = null,
    });

    /// <summary>
    /// A reverse proxy on the same machine also comes from loopback, so what was forwarded is refused;
    /// and so is a foreign host name, by which a page elsewhere could have a browser here ask for it.
    /// </summary>
    public static bool IsFromThisMachine(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !request.Headers.ContainsKey("Forwarded") && !request.Headers.Keys.Any(name => name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase))
        && (request.Host.Host is "localhost" or "127.0.0.1" or "[::1]");

    private sealed class ThisMachineOnly : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context) => IsFromThisMachine(context.GetHttpContext().Request);
    }
}
