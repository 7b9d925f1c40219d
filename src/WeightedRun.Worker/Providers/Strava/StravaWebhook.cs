using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Ingestion;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>Where Strava pushes to: https://developers.strava.com/docs/webhooks/. One row and an answer; the work is a job's.</summary>
internal sealed class StravaWebhook(KnownSubscription known, InboxStore inbox, ConnectionSignal<HandleStravaEventsJob> signal, IOptions<StravaOptions> options, TimeProvider time)
{
    // Strava's events have some 200 bytes.
    private const int LongestBody = 4096;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/webhooks/strava/{secret}", (StravaWebhook webhook, string secret, HttpRequest request, CancellationToken cancellation) => webhook.VerifyAsync(secret, request.Query, cancellation));
        endpoints.MapPost("/webhooks/strava/{secret}", (StravaWebhook webhook, string secret, HttpRequest request, CancellationToken cancellation) => webhook.ReceiveAsync(secret, request.Body, cancellation))
            .WithMetadata(new RequestSizeLimitAttribute(LongestBody));
    }

    private async Task<IResult> VerifyAsync(string secret, IQueryCollection query, CancellationToken cancellation)
    {
        if (await known.FindAsync(subscription => IsSame(subscription.Secret, secret) && IsSame(subscription.VerifyToken, query["hub.verify_token"]), cancellation) is null)
            return Results.NotFound();

        return query["hub.mode"] == "subscribe" && query["hub.challenge"] is [{ Length: > 0 and <= 1000 } challenge]
            ? Results.Json(new Dictionary<string, string> { ["hub.challenge"] = challenge })
            : Results.BadRequest();
    }

    private async Task<IResult> ReceiveAsync(string secret, Stream body, CancellationToken cancellation)
    {
        if (await known.FindAsync(subscription => IsSame(subscription.Secret, secret), cancellation) is null)
            return Results.NotFound();

        if (await ReadAsync(body, cancellation) is not { } received)
            return Results.BadRequest();

        // Another application's or an older subscription's events end here, politely: an error would only bring them again.
        if (!await known.IsNumberAsync(received.SubscriptionId.ToString(System.Globalization.CultureInfo.InvariantCulture), cancellation))
            return Results.Ok();

        if (ToInboxEvent(received) is { } accepted && await inbox.AcceptAsync(accepted, time.GetUtcNow() + options.Value.Retention, cancellation) is { } connection)
            signal.Raise(connection);

        return Results.Ok();
    }

    private static async Task<StravaEvent?> ReadAsync(Stream body, CancellationToken cancellation)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(body, StravaJson.Default.StravaEvent, cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private IncomingEvent? ToInboxEvent(StravaEvent received)
    {
        if (received is not { ObjectType: "activity" or "athlete", AspectType: "create" or "update" or "delete", ObjectId: > 0, OwnerId: > 0 })
            return null;

        // Neither from before Strava nor from tomorrow.
        if (received.EventTime < 1_200_000_000 || received.EventTime > time.GetUtcNow().AddDays(1).ToUnixTimeSeconds())
            return null;

        return new IncomingEvent
        {
            Provider = StravaOptions.Provider,
            EventKey = FormattableString.Invariant($"{received.ObjectType}:{received.ObjectId}:{received.AspectType}:{received.EventTime}"),
            OwnerExternalId = FormattableString.Invariant($"{received.OwnerId}"),
            ObjectType = received.ObjectType,
            ObjectExternalId = FormattableString.Invariant($"{received.ObjectId}"),
            Aspect = received.AspectType,
            OccurredAt = DateTimeOffset.FromUnixTimeSeconds(received.EventTime),
        };
    }

    private static bool IsSame(string known, string? given) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(known), Encoding.UTF8.GetBytes(given ?? ""));
}
