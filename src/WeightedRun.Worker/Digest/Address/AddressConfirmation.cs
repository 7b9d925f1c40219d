using System.Globalization;
using WeightedRun.Worker.Digest.Schedule;
using WeightedRun.Worker.Links;
using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Digest.Address;

/// <summary>
/// Double opt-in: an address counts only after somebody opened the link in a mail to it and pressed the button there. Until then nothing else
/// is sent to it, and after a change the digest goes on to the address before.
/// </summary>
internal sealed class AddressConfirmation(AddressRequests requests, DigestSubscriptions subscriptions, SuppressedAddresses suppressed, Postbox postbox, SignedLinks links, PublicAddress pages, TimeProvider time)
{
    public const string Purpose = "confirm address";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Sends the mail with the link.</summary>
    public async Task<RequestOutcome> RequestAsync(RunnerId runner, EmailAddress address, string language, CancellationToken cancellation)
    {
        if (!await requests.OpenAsync(runner, address, cancellation))
            return RequestOutcome.TooMany;

        // Only whoever reads the mail learns whether the address is known here.
        var token = links.Sign(Purpose, FormattableString.Invariant($"{runner.Value} {address.Value}"), Lifetime);
        var letter = ConfirmationLetter.Of(address, FormattableString.Invariant($"{runner.Value} {time.GetUtcNow().Ticks}"), pages.Of($"confirm/{token}"), language);
        return (await postbox.SendAsync(letter, cancellation)).Outcome switch
        {
            DeliveryOutcome.Taken or DeliveryOutcome.Ambiguous => RequestOutcome.Sent,
            DeliveryOutcome.Refused => RequestOutcome.Refused,
            _ => RequestOutcome.NotNow,
        };
    }

    /// <summary>Whether the link still stands; its page may be looked at any number of times.</summary>
    public bool CanOpen(string token) => Read(token) is not null;

    /// <summary>The button behind the link. Pressed twice, it says the same twice.</summary>
    public async Task<ConfirmationOutcome> ConfirmAsync(string token, CancellationToken cancellation)
    {
        if (Read(token) is not var (runner, address))
            return ConfirmationOutcome.Stale;

        var outcome = await requests.CloseAsync(runner, address, cancellation);
        if (outcome == ConfirmationOutcome.Confirmed)
        {
            await suppressed.RemoveAsync(address, cancellation);
            await subscriptions.BeginAsync(runner, cancellation);
        }

        return outcome;
    }

    private (RunnerId Runner, EmailAddress Address)? Read(string token) =>
        links.Open(Purpose, token)?.Split(' ', 2) is [var runner, var text] && EmailAddress.TryParse(text, out var address)
            ? (new RunnerId(long.Parse(runner, CultureInfo.InvariantCulture)), address)
            : null;
}

internal enum RequestOutcome
{
    Sent,

    /// <summary>Enough mails for this runner or this address for a day.</summary>
    TooMany,

    /// <summary>The mail server refuses the address for good.</summary>
    Refused,

    /// <summary>The mail server cannot be reached or asks to come later: the runner may try again.</summary>
    NotNow,
}
