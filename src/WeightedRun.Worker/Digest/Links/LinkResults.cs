using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace WeightedRun.Worker.Digest.Links;

/// <summary>Shows the pages behind links: nobody stores them, and no address with a token in it travels on.</summary>
internal sealed class LinkResults(IAntiforgery antiforgery)
{
    public IResult Show(HttpContext context, LinkText text, int status = StatusCodes.Status200OK)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        var parameters = new Dictionary<string, object?> { [nameof(LinkPage.Text)] = text };
        if (text.Buttons.Count > 0 && antiforgery.GetAndStoreTokens(context) is { RequestToken: { } token } tokens)
            parameters[nameof(LinkPage.Antiforgery)] = ((string, string)?)(tokens.FormFieldName, token);

        return new RazorComponentResult<LinkPage>(parameters) { StatusCode = status };
    }

    public IResult Stale(HttpContext context) => Show(context, LinkText.Stale, StatusCodes.Status410Gone);

    /// <summary>Whether the form was filled in on a page that this browser got from here.</summary>
    public Task<bool> IsOursAsync(HttpContext context) => antiforgery.IsRequestValidAsync(context);

    public IResult NotThisBrowser(HttpContext context) => Show(context, LinkText.NotThisBrowser, StatusCodes.Status400BadRequest);
}
