using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace WeightedRun.Worker.Digest;

/// <summary>The digest as a document for mail and file.</summary>
internal static class DigestHtml
{
    private static readonly ServiceProvider Services = new ServiceCollection().BuildServiceProvider();

    // A renderer keeps every component that it ever rendered: one for each digest, or memory grows with the mails sent.
    public static async Task<string> RenderAsync(WeeklyDigest digest)
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        return "<!DOCTYPE html>\n" + await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(DigestMailPage.Digest)] = digest });
            return (await renderer.RenderComponentAsync<DigestMailPage>(parameters)).ToHtmlString();
        });
    }
}
