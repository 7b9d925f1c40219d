using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace WeightedRun.Worker.Digest;

/// <summary>The digest as HTML, by the same components everywhere.</summary>
internal static class DigestHtml
{
    public static async Task<string> RenderAsync(WeeklyDigest digest)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return "<!DOCTYPE html>\n" + await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(DigestPage.Digest)] = digest });
            return (await renderer.RenderComponentAsync<DigestPage>(parameters)).ToHtmlString();
        });
    }
}
