using Microsoft.AspNetCore.Antiforgery;

namespace WeightedRun.Worker.Web.Frame;

/// <summary>Every form of every page comes from a page of ours, or nothing of it is done.</summary>
internal static class Forms
{
    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var context = call.HttpContext;
        if (HttpMethods.IsPost(context.Request.Method))
        {
            try
            {
                await context.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context);
            }
            catch (AntiforgeryValidationException)
            {
                return MessagePages.Show(StatusCodes.Status400BadRequest, "This form has run out", "Go back, load the page again, and send it once more. Nothing was changed.");
            }
        }

        return await next(call);
    }

    public static string? Text(this IFormCollection form, string name) => form[name] is [{ } text, ..] && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public static bool IsTicked(this IFormCollection form, string name) => form[name].Count > 0;
}
