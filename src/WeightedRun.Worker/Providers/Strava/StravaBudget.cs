using System.Net;
using WeightedRun.Worker.Operations;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>Around every single attempt, inside the retries: each is a call that Strava counts.</summary>
internal sealed class StravaBudget(ApiBudget budget) : DelegatingHandler
{
    public const string PriorityKey = "priority";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var priority = request.Options.TryGetValue(new HttpRequestOptionsKey<ApiPriority>(PriorityKey), out var wanted) ? wanted : ApiPriority.Backfill;
        var reservedAt = await budget.ReserveAsync(StravaOptions.Allowance, priority, cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        await budget.ReportAsync(StravaOptions.Provider, reservedAt, StravaRateLimits.Read(response.Headers), cancellationToken);
        if (response.StatusCode != HttpStatusCode.TooManyRequests)
            return response;

        response.Dispose();
        throw await budget.CloseAsync(StravaOptions.Provider, reservedAt, cancellationToken);
    }
}
