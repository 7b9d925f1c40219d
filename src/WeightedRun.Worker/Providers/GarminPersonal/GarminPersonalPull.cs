using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>Reads a runner's activities and files with the runner's key.</summary>
internal sealed class GarminPersonalPull(IGarminPersonalApi api, IOptions<GarminPersonalOptions> options)
{
    /// <summary>The activities of a window page by page, the newest first. What cannot be placed is left out; the same activity may come twice.</summary>
    /// <exception cref="GarminException">Garmin refuses or does not answer.</exception>
    public async IAsyncEnumerable<IReadOnlyList<GarminActivity>> ReadAsync(GarminKey key, PullWindow window, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (from, until) = (Date(window.From), Date(window.Until));
        // Pages shift when an activity arrives in the meantime: each begins where the last one ended, and one that comes twice is stored once.
        for (var start = 0; ;)
        {
            var page = GarminAnswers.ContentOf(await api.SearchAsync(options.Value.SearchPath, start, IGarminPersonalApi.LongestPage, from, until, key, cancellation));
            yield return [.. page.Select(GarminPersonalMapping.ToIncoming).OfType<GarminActivity>()];
            start += page.Count;
            if (page.Count < IGarminPersonalApi.LongestPage)
                yield break;
        }
    }

    public async Task<GarminActivity?> ReadOneAsync(GarminKey key, string activityId, CancellationToken cancellation) =>
        GarminPersonalMapping.ToIncoming(GarminAnswers.ContentOf(await api.GetActivityAsync(PathOf(options.Value.ActivityPath, activityId), key, cancellation)));

    /// <summary>The original recording on disk. Null when there is none, as of an activity that was typed in.</summary>
    public async Task<SavedDownload?> DownloadAsync(GarminKey key, string activityId, string path, CancellationToken cancellation)
    {
        using var response = await api.DownloadAsync(PathOf(options.Value.DownloadPath, activityId), key, cancellation);
        if (response.IsSuccessStatusCode && response.Content is { } content)
            return await SavedDownload.SaveAsync(content, path, cancellation);

        var problem = GarminAnswers.Explain(response);
        return problem.Fault == GarminFault.NotFound ? null : throw problem;
    }

    private static string PathOf(string template, string activityId) => template.Replace("{id}", Uri.EscapeDataString(activityId), StringComparison.Ordinal);

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
