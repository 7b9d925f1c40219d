using WeightedRun.Worker.Mail;

namespace WeightedRun.Worker.Digest.Sending;

/// <summary>Works off what is due, a few digests at a time, over one connection to the mail server. Any number of them may run at once, anywhere.</summary>
internal sealed class SendDigestsJob(DigestLedger ledger, DigestDelivery delivery, MailCarriers carriers)
{
    // Few enough that the last of them is reached long before its lease ends, however slow the providers are.
    private const int ChunkSize = 10;

    public async Task RunAsync(CancellationToken cancellation)
    {
        await using var carrier = carriers.Open();
        while (await ledger.ClaimAsync(ChunkSize, cancellation) is { Count: > 0 } chunk)
        {
            if (!await DeliverAsync(chunk, carrier, cancellation))
                return;
        }
    }

    private async Task<bool> DeliverAsync(IReadOnlyList<ClaimedDigest> chunk, IMailCarrier carrier, CancellationToken cancellation)
    {
        var done = 0;
        try
        {
            while (done < chunk.Count && await delivery.DeliverAsync(chunk[done++], carrier, cancellation))
            {
                // The next one.
            }

            return done == chunk.Count;
        }
        finally
        {
            foreach (var untouched in chunk.Skip(done))
                await delivery.ReleaseAsync(untouched);
        }
    }
}
