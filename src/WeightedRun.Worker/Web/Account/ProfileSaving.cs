using WeightedRun.Worker.Digest.Address;
using WeightedRun.Worker.Digest.Schedule;
using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Account;

/// <summary>Stores a form of settings: the profile, the digest's hour, and the way to a new address.</summary>
internal sealed class ProfileSaving(RunnerSettings settings, DigestSubscriptions subscriptions, AddressConfirmation addresses, SuppressedAddresses suppressed)
{
    /// <summary>What to say about the address; null when nothing changed there.</summary>
    public async Task<string?> SaveAsync(Visitor visitor, SettingsInput input, DateOnly today, CancellationToken cancellation)
    {
        var runner = visitor.RunnerId;
        await settings.SaveAsync(runner, input, today, cancellation);
        await subscriptions.SaveAsync(runner, new DigestTime(input.Zone, input.Weekday, input.Hour), cancellation);
        if (input.WantsDigest)
            await subscriptions.ResubscribeAsync(runner, cancellation);
        else
            await subscriptions.UnsubscribeAsync(runner, cancellation);

        return await AddressAsync(visitor, input, cancellation);
    }

    private async Task<string?> AddressAsync(Visitor visitor, SettingsInput input, CancellationToken cancellation)
    {
        if (!EmailAddress.TryParse(input.Email, out var address))
            return null;

        var isKnown = visitor.EmailConfirmedAt is not null && string.Equals(visitor.Email, address.Value, StringComparison.OrdinalIgnoreCase);
        if (isKnown && await suppressed.FindAsync(address, cancellation) is null)
            return null;

        return await addresses.RequestAsync(visitor.RunnerId, address, input.Language, cancellation) switch
        {
            RequestOutcome.Sent => $"A link is on its way to {address.Value}. The digest goes there once you have followed it.",
            RequestOutcome.TooMany => "Enough links for today were sent to that address. Look into its spam folder, or try again tomorrow.",
            RequestOutcome.Refused => $"The mail server of {address.Value} refuses it. Check the address.",
            _ => "The link could not be sent just now. Save again in a few minutes.",
        };
    }
}
