using Microsoft.AspNetCore.Http.HttpResults;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Providers;

/// <summary>A page in plain words, without script; every text is encoded.</summary>
internal static class PlainPage
{
    /// <param name="status">Of the answer.</param>
    /// <param name="heading">Also the title.</param>
    /// <param name="text">A paragraph a line.</param>
    /// <param name="markup">Ours, behind the text: a link, a form. Addresses in it have no slash in front, so that a path base holds.</param>
    public static RazorComponentResult<MessagePage> Of(int status, string heading, string text, string markup = "") =>
        Show.Page<MessagePage>(new MessageView(heading, text.Split('\n')) { Markup = markup }, status);
}
