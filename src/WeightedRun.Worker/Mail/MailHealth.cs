using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace WeightedRun.Worker.Mail;

/// <summary>Whether mails have somewhere to go. The server itself is asked when a mail is sent, not by every probe.</summary>
internal sealed class MailHealth(IOptions<MailOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        string.IsNullOrWhiteSpace(options.Value.Host)
            ? HealthCheckResult.Degraded("no server is set: mails become files in the pickup folder")
            : HealthCheckResult.Healthy("a server is set"));
}
