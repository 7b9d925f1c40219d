using System.Net;

namespace WeightedRun.Worker.Providers;

/// <summary>A page in plain words, without script; every text is encoded.</summary>
internal static class PlainPage
{
    /// <param name="status">Of the answer.</param>
    /// <param name="heading">Also the title.</param>
    /// <param name="text">A paragraph a line.</param>
    /// <param name="markup">Ours, behind the text: a link, a form.</param>
    /// <param name="refreshSeconds">When the page asks for itself again.</param>
    public static IResult Of(int status, string heading, string text, string markup = "", int? refreshSeconds = null) => Results.Content(
        $$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        {{(refreshSeconds is { } seconds ? $"<meta http-equiv=\"refresh\" content=\"{seconds}\">" : "")}}
        <title>{{WebUtility.HtmlEncode(heading)}} - WeightedRun</title>
        <style>body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }</style>
        </head>
        <body>
        <h1>{{WebUtility.HtmlEncode(heading)}}</h1>
        {{string.Concat(text.Split('\n').Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>"))}}
        {{markup}}
        </body>
        </html>
        """,
        "text/html; charset=utf-8",
        statusCode: status);
}
