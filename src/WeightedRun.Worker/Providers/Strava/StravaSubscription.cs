using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Npgsql;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>The application's one push subscription: made, checked and made again, as often as one likes, with the same result.</summary>
internal sealed class StravaSubscription(NpgsqlDataSource source, IStravaPush push, SubscriptionStore store, IOptions<StravaOptions> options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<bool> IsStandingAsync(CancellationToken cancellation) =>
        options.Value.PublicAddress is not null && await store.FindAsync(StravaOptions.Provider, cancellation) is { ExternalId: not null, Problem: null };

    /// <summary>Null when the subscription stands; else a sentence on what is wrong and what to do.</summary>
    public async Task<string?> EnsureAsync(CancellationToken cancellation)
    {
        if (!options.Value.IsConfigured || options.Value.PublicAddress is not { } address)
            return "Strava cannot push: set Strava__ClientId, Strava__ClientSecret and Strava__PublicUrl. Until then runs are polled for once an hour.";

        await using var held = await AdvisoryLock.TakeAsync(source, "subscription strava", Patience, cancellation);
        if (held is null)
            return "Another process is setting up the Strava subscription.";

        try
        {
            var wanted = await FindOrMakeAsync(address, cancellation);
            var standing = await AdoptAsync(wanted, address, cancellation) ?? await CreateAsync(wanted, cancellation);
            await store.RecordAsync(StravaOptions.Provider, standing, null, cancellation);
            return null;
        }
        catch (Exception problem) when (problem is StravaException or MachineLacksException)
        {
            var sentence = problem switch
            {
                StravaException { Fault: StravaFault.Refused } =>
                    $"{problem.Message}: it could not reach {address}webhooks/strava/... within two seconds. The address must be public, with HTTPS and a complete certificate chain.",
                StravaException => $"The Strava subscription could not be checked: {problem.Message}",
                _ => problem.Message,
            };
            await store.RecordAsync(StravaOptions.Provider, null, sentence, cancellation);
            return sentence;
        }
    }

    private async Task<Subscription> FindOrMakeAsync(string address, CancellationToken cancellation)
    {
        var known = await store.FindAsync(StravaOptions.Provider, cancellation);
        if (known is not null && known.CallbackUrl.StartsWith(address, StringComparison.Ordinal))
            return known;

        // A new address, a new secret. Stored before Strava is asked: its validation call comes while we wait for the answer.
        var made = new Subscription { ExternalId = known?.ExternalId, CallbackUrl = $"{address}webhooks/strava/{NewSecret()}", VerifyToken = NewSecret() };
        await store.SaveAsync(StravaOptions.Provider, made, cancellation);
        return made;
    }

    /// <summary>The number of the subscription that stands at our address; null when there is room for one.</summary>
    private async Task<string?> AdoptAsync(Subscription wanted, string address, CancellationToken cancellation)
    {
        foreach (var standing in StravaFaults.ContentOf(await push.ListAsync(options.Value.ClientId!, options.Value.ClientSecret!, cancellation)))
        {
            if (standing.CallbackUrl == wanted.CallbackUrl)
                return IdOf(standing);

            var isOurs = IdOf(standing) == wanted.ExternalId || standing.CallbackUrl?.StartsWith(address, StringComparison.Ordinal) == true;
            if (!isOurs && !options.Value.ReplacesForeignSubscription)
                throw new MachineLacksException($"This Strava application already pushes to {HostOf(standing)}. Set Strava__ReplacesForeignSubscription=true to move it here.");

            using var deleted = await push.DeleteAsync(standing.Id, options.Value.ClientId!, options.Value.ClientSecret!, cancellation);
            if (!deleted.IsSuccessStatusCode)
                throw StravaFaults.Explain(deleted);
        }

        return null;
    }

    private async Task<string> CreateAsync(Subscription wanted, CancellationToken cancellation) => IdOf(StravaFaults.ContentOf(await push.CreateAsync(
        new()
        {
            ["client_id"] = options.Value.ClientId!,
            ["client_secret"] = options.Value.ClientSecret!,
            ["callback_url"] = wanted.CallbackUrl,
            ["verify_token"] = wanted.VerifyToken,
        },
        cancellation)));

    private static string IdOf(StravaPushSubscription subscription) => subscription.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string HostOf(StravaPushSubscription subscription) => Uri.TryCreate(subscription.CallbackUrl, UriKind.Absolute, out var url) ? url.Host : "another address";

    private static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
