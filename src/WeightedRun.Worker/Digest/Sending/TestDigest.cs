using Microsoft.Extensions.Options;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Providers;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Digest.Sending;

/// <summary>"Send a test to me": last week's digest as it stands, marked as a test, beside the ledger. The real one comes all the same.</summary>
internal sealed class TestDigest(Recipients recipients, DigestPreparation preparation, DigestWriter writer, DigestMail mails, MailCarriers carriers, IOptions<MailOptions> options, TimeProvider time)
{
    /// <summary>Only to the confirmed address of the runner who asks.</summary>
    public async Task<Delivery> SendAsync(RunnerId runner, CancellationToken cancellation)
    {
        var recipient = await recipients.FindAsync(runner, cancellation);
        // Who has unsubscribed may still look at one.
        if (await preparation.ObstacleAsync(recipient is null ? null : recipient with { IsUnsubscribed = false }, cancellation) is { } obstacle)
            return new Delivery(DeliveryOutcome.Refused, obstacle);

        var now = time.GetUtcNow();
        var week = Week.Containing(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, recipient!.Zone).DateTime), recipient.Profile.WeekStartsOn).AddWeeks(-1);
        var digest = await writer.WriteAsync(recipient, week, Freshness.Fresh, cancellation);
        var messageId = Envelope.MessageIdOf(options.Value, "test", FormattableString.Invariant($"{runner.Value} {now.Ticks}"));
        using var mail = await mails.WriteAsync(runner, recipient.Address!, messageId, digest with { Subject = $"Test: {digest.Subject}" });
        await using var carrier = carriers.Open();
        return await carrier.DeliverAsync(mail, cancellation);
    }
}
