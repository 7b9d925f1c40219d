using Markdig;
using Microsoft.AspNetCore.Components;

namespace WeightedRun.Worker.Web.Front;

/// <summary><c>docs/rules.md</c>, which comes along in the assembly, as the page that digests link to: what each rule says and where it comes from.</summary>
internal static class RulesDocument
{
    public static MarkupString Body { get; } = new(Read());

    // The document is ours, so its HTML is believed; links within it need the page's name, because every address here begins at the base.
    private static string Read()
    {
        using var stream = typeof(RulesDocument).Assembly.GetManifestResourceStream("rules.md")!;
        using var reader = new StreamReader(stream);
        return Markdown.ToHtml(reader.ReadToEnd(), new MarkdownPipelineBuilder().UsePipeTables().Build())
            .Replace("href=\"#", "href=\"rules#", StringComparison.Ordinal)
            .Replace("<th>", "<th scope=\"col\" class=\"words\">", StringComparison.Ordinal)
            .Replace("<td>", "<td class=\"words\">", StringComparison.Ordinal)
            .Replace("<table>", "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table>", StringComparison.Ordinal)
            .Replace("</table>", "</table></div>", StringComparison.Ordinal);
    }
}
