using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace WeightedRun.Worker.Web.Frame;

/// <summary>Pages of a heading and some sentences: what happened, and what to do.</summary>
internal static class MessagePages
{
    public static RazorComponentResult<MessagePage> Show(int status, string heading, params string[] lines) =>
        Frame.Show.Page<MessagePage>(new MessageView(heading, lines), status);

    /// <summary>Machines that ask (webhooks, health checks) get the bare number.</summary>
    public static Task ForStatusAsync(StatusCodeContext status) => ForStatusAsync(status.HttpContext);

    public static Task ForStatusAsync(HttpContext context)
    {
        if (!IsBrowser(context))
            return Task.CompletedTask;

        var code = context.Response.StatusCode;
        var (heading, line) = code switch
        {
            StatusCodes.Status403Forbidden => ("Not for you", "This page is for the operator of this installation."),
            StatusCodes.Status404NotFound => ("Nothing is here", "The address is wrong, or what was here is gone: runs that a provider lent us leave after some days."),
            StatusCodes.Status413PayloadTooLarge => ("That is too large", "The file is larger than this installation takes. A ZIP can be sent in parts."),
            StatusCodes.Status429TooManyRequests => ("Too often", "Please wait some minutes and try again. Nothing was changed."),
            StatusCodes.Status500InternalServerError => ("Something broke here", "It is not your fault, and it is written down for the operator. Please try again in a minute."),
            _ => ("That did not work", "The request could not be understood. Go back, load the page again, and try once more."),
        };
        return Show(code, heading, line).ExecuteAsync(context);
    }

    private static bool IsBrowser(HttpContext context) => context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
