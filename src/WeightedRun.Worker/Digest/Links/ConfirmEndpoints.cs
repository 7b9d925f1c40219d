using WeightedRun.Worker.Digest.Address;

namespace WeightedRun.Worker.Digest.Links;

/// <summary><c>/confirm/TOKEN</c>: the address is the runner's own.</summary>
internal static class ConfirmEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/confirm/{token}", (string token, AddressConfirmation confirmation, LinkResults results, HttpContext context) => confirmation.CanOpen(token)
            ? results.Show(context, new LinkText("Is this your address?", ["The weekly digest of your runs with weight comes to it once you say so."], new LinkButton("Yes, send it here", "yes")))
            : results.Stale(context));
        endpoints.MapPost("/confirm/{token}", ConfirmAsync);
    }

    private static async Task<IResult> ConfirmAsync(string token, AddressConfirmation confirmation, LinkResults results, HttpContext context, CancellationToken cancellation)
    {
        if (!await results.IsOursAsync(context))
            return results.NotThisBrowser(context);

        return await confirmation.ConfirmAsync(token, cancellation) switch
        {
            ConfirmationOutcome.Confirmed => results.Show(context, new LinkText("Your address is confirmed", ["The digest comes once a week, Monday at seven by your clock unless you chose another hour."])),
            ConfirmationOutcome.Taken => results.Show(context, new LinkText("This address is another runner's here", ["Somebody confirmed it for another account of this installation. Choose another address in your settings."]), StatusCodes.Status409Conflict),
            _ => results.Stale(context),
        };
    }
}
