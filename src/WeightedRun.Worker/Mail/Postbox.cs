using Microsoft.Extensions.Options;

namespace WeightedRun.Worker.Mail;

/// <summary>Sends letters, one at a time, and never to an address that was refused for good.</summary>
internal sealed class Postbox(MailCarriers carriers, SuppressedAddresses suppressed, IOptions<MailOptions> options, TimeProvider time)
{
    /// <summary>
    /// Hands one letter over. Nothing is kept and nothing is repeated: who asked for it decides what an undelivered one means.
    /// <see cref="DeliveryOutcome.Refused"/> also says that the address was refused before.
    /// </summary>
    public async Task<Delivery> SendAsync(Letter letter, CancellationToken cancellation)
    {
        if (await suppressed.FindAsync(letter.To, cancellation) is { } before)
            return new Delivery(DeliveryOutcome.Refused, $"refused on {before.SuppressedAt:yyyy-MM-dd}: {before.Reason}");

        var messageId = Envelope.MessageIdOf(options.Value, letter.Kind, letter.Key);
        using var mail = Envelope.Of(options.Value, letter.To, messageId, letter.Subject, letter.Text, letter.Html, time.GetUtcNow());
        await using var carrier = carriers.Open();
        var delivery = await carrier.DeliverAsync(mail, cancellation);
        if (delivery.Outcome == DeliveryOutcome.Refused)
            await suppressed.AddAsync(letter.To, delivery.Reason ?? "refused", cancellation);

        return delivery;
    }
}
