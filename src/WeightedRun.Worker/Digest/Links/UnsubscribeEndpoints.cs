using WeightedRun.Worker.Digest.Schedule;

namespace WeightedRun.Worker.Digest.Links;

/// <summary><c>/unsubscribe/TOKEN</c>: one POST ends the digest, from the page's button or from the mail program itself (RFC 8058).</summary>
internal static class UnsubscribeEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/unsubscribe/{token}", (string token, UnsubscribeLinks links, LinkResults results, HttpContext context) => links.Open(token) is null
            ? results.Stale(context)
            : results.Show(context, new LinkText("No more digests?", ["Your runs stay as they are; only the mails end."], new LinkButton("Unsubscribe", "yes"))));
        // No proof of this browser: the token is the proof, and a mail program has no page. Pressed twice, it says the same twice.
        endpoints.MapPost("/unsubscribe/{token}", UnsubscribeAsync);
        endpoints.MapPost("/subscribe/{token}", ResubscribeAsync);
    }

    private static async Task<IResult> UnsubscribeAsync(string token, UnsubscribeLinks links, DigestSubscriptions subscriptions, LinkResults results, HttpContext context, CancellationToken cancellation)
    {
        if (links.Open(token) is not { } runner)
            return results.Stale(context);

        await subscriptions.UnsubscribeAsync(runner, cancellation);
        return results.Show(context, new LinkText("You are unsubscribed", ["No digest will come any more."], new LinkButton("I pressed it by mistake: send them again", "again", Action: $"subscribe/{token}")));
    }

    private static async Task<IResult> ResubscribeAsync(string token, UnsubscribeLinks links, DigestSubscriptions subscriptions, LinkResults results, HttpContext context, CancellationToken cancellation)
    {
        if (!await results.IsOursAsync(context))
            return results.NotThisBrowser(context);

        if (links.Open(token) is not { } runner)
            return results.Stale(context);

        await subscriptions.ResubscribeAsync(runner, cancellation);
        return results.Show(context, new LinkText("The digest comes again", ["Once a week, at your hour."]));
    }
}
