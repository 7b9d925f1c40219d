using System.Net;
using System.Net.Http.Headers;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>Puts the bearer of the call's key on it, and another one once when Garmin says that this one is not active.</summary>
internal sealed class BearerHandler(Bearers bearers) : DelegatingHandler
{
    public const string KeyProperty = "garmin-key";
    private static readonly HttpRequestOptionsKey<GarminKey> Key = new(KeyProperty);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(Key, out var key))
            throw new InvalidOperationException("A call to Garmin's Personal API needs the runner's key.");

        var bearer = await bearers.GetAsync(key, refused: null, cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
            return response;

        response.Dispose();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await bearers.GetAsync(key, refused: bearer, cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }
}
