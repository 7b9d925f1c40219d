using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>Where Garmin pushes to. Rows and an answer; the work is a job's. Who is not connected here leaves no trace.</summary>
internal sealed class GarminWebhook(NotificationDoor door, GarminNotices notices, ConnectionSignal<HandleGarminNoticesJob> signal, IOptions<GarminPartnerOptions> options)
{
    // Garmin promises bodies of 10 MB, and 100 MB of details, which are read past if an operator switches them on.
    private const long LongestBody = 110L * 1024 * 1024;
    private const int ItemsPerStatement = 500;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/webhooks/garmin/{secret}", (GarminWebhook webhook, string secret, HttpRequest request, CancellationToken cancellation) => webhook.ReceiveAsync(secret, request, cancellation))
            .RequireRateLimiting(RateLimits.Webhook)
            .WithMetadata(new RequestSizeLimitAttribute(LongestBody));

    private async Task<IResult> ReceiveAsync(string secret, HttpRequest request, CancellationToken cancellation)
    {
        if (!options.Value.IsConfigured || !door.IsOpenTo(secret, request.Headers[NotificationDoor.ClientIdHeader]))
            return Results.NotFound();

        try
        {
            var page = new List<GarminNotice>(ItemsPerStatement);
            await foreach (var notice in NoticeReader.ReadAsync(request.Body, cancellation))
            {
                page.Add(notice);
                if (page.Count == ItemsPerStatement)
                    await AcceptAsync(page, cancellation);
            }

            await AcceptAsync(page, cancellation);
            return Results.Ok();
        }
        catch (InvalidDataException)
        {
            return Results.BadRequest();
        }
    }

    private async Task AcceptAsync(List<GarminNotice> page, CancellationToken cancellation)
    {
        foreach (var connection in await notices.AcceptAsync(page, cancellation))
            signal.Raise(connection);

        page.Clear();
    }
}
