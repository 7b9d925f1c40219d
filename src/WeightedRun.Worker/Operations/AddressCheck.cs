using WeightedRun.Worker.Providers.Strava;
using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Operations;

/// <summary>Where the links of mails lead: whether the product itself answers there.</summary>
internal static class AddressCheck
{
    private const string Name = "address";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<Diagnosis> RunAsync(Patient patient, CancellationToken cancellation)
    {
        var links = patient.Configuration.Read<Links.LinkOptions>();
        if ((links.PublicUrl ?? patient.Configuration.Read<StravaOptions>().PublicUrl) is not { } url)
            return Diagnosis.Well(Name, $"None is set: links in mails lead to {links.LocalUrl}, for a runner on this machine alone.");

        var address = new Uri($"{url.ToString().TrimEnd('/')}/");
        return await TryAsync(address, cancellation) switch
        {
            { } problem => Diagnosis.Watch(Name, $"Nothing of ours answers at {address}: {problem}", "Start weightedrun serve, and let the reverse proxy pass that address on to it."),
            null when address.Scheme == "http" && !address.IsLoopback => Diagnosis.Watch(Name, $"{address} answers, but without encryption: sessions and signed links can be read on the way.", "Put it behind HTTPS (docs/operating.md)."),
            null => Diagnosis.Well(Name, $"{address} answers."),
        };
    }

    private static async Task<string?> TryAsync(Uri address, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(new Uri(address, "health/live"), cancellation);
            return answer.IsSuccessStatusCode ? null : $"status {(int)answer.StatusCode}";
        }
        catch (HttpRequestException problem)
        {
            return problem.Message;
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"no answer within {Patience.TotalSeconds:0} s";
        }
    }
}
