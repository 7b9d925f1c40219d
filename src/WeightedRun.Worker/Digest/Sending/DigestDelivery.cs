using MimeKit;
using WeightedRun.Worker.Mail;

namespace WeightedRun.Worker.Digest.Sending;

/// <summary>Takes one claimed digest through its states to an end, or to a later try. docs/digest.md tells what each state means.</summary>
internal sealed partial class DigestDelivery(DigestLedger ledger, DigestPreparation preparation, MailBreaker breaker, SuppressedAddresses suppressed, TimeProvider time, ILogger<DigestDelivery> log)
{
    // The pauses after the first, second, ... failure: together a day.
    private static readonly TimeSpan[] Ladder = [.. new[] { 5, 15, 30, 60, 120, 240, 480, 480 }.Select(minutes => TimeSpan.FromMinutes(minutes))];
    private static readonly TimeSpan PauseWhileUnreachable = TimeSpan.FromMinutes(5);

    /// <summary>False when the mail server cannot be spoken to: the others of the chunk need not try.</summary>
    public async Task<bool> DeliverAsync(ClaimedDigest digest, IMailCarrier carrier, CancellationToken cancellation)
    {
        try
        {
            switch (await preparation.PrepareAsync(digest, cancellation))
            {
                case Preparation.Ready ready:
                    using (ready.Mail)
                        return await SendAsync(digest, ready, carrier, cancellation);

                case Preparation.Wait wait:
                    await ledger.WaitAsync(digest, wait.Until, wait.Reason, wait.HasTurn, cancellation);
                    break;

                case Preparation.Skip skip:
                    await ledger.GiveUpAsync(digest, "skipped", skip.Reason, cancellation);
                    break;
            }

            return true;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await ledger.WaitAsync(digest, time.GetUtcNow(), "its worker was stopped", digest.HasTurn, CancellationToken.None);
            throw;
        }
#pragma warning disable CA1031 // One runner's digest must not keep the others from theirs.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            LogNotComposed(problem, digest.DigestId);
            await FailAsync(digest, $"could not be composed: {problem.GetType().Name}");
            return true;
        }
    }

    /// <summary>Gives a digest back that was claimed and not looked at.</summary>
    public Task ReleaseAsync(ClaimedDigest digest) =>
        ledger.WaitAsync(digest, time.GetUtcNow() + PauseWhileUnreachable, "the mail server cannot be reached", digest.HasTurn, CancellationToken.None);

    private async Task<bool> SendAsync(ClaimedDigest digest, Preparation.Ready ready, IMailCarrier carrier, CancellationToken cancellation)
    {
        if (!await ledger.BeginSendingAsync(digest, ready.Mail.MessageId!, await BytesOf(ready.Mail), cancellation))
            return true;

        // From here on nothing is cancelled: the dialogue has its own limits of time, and how it ended must be written down.
        var delivery = await breaker.DeliverAsync(() => carrier.DeliverAsync(ready.Mail, CancellationToken.None));
        switch (delivery.Outcome)
        {
            case DeliveryOutcome.Taken:
                await ledger.SentAsync(digest, CancellationToken.None);
                return true;

            case DeliveryOutcome.Ambiguous:
                LogAmbiguous(digest.DigestId);
                await ledger.AmbiguousAsync(digest, delivery.Reason!, CancellationToken.None);
                return true;

            case DeliveryOutcome.Refused:
                await suppressed.AddAsync(ready.To, delivery.Reason!, CancellationToken.None);
                await ledger.GiveUpAsync(digest, "failed", $"the address is refused: {delivery.Reason}", CancellationToken.None);
                return true;

            case DeliveryOutcome.Unreachable:
                LogUnreachable(delivery.Reason);
                await ReleaseAsync(digest);
                return false;

            default:
                await FailAsync(digest, delivery.Reason ?? "not taken");
                return true;
        }
    }

    private Task<bool> FailAsync(ClaimedDigest digest, string reason) => digest.Attempts <= Ladder.Length
        ? ledger.TryLaterAsync(digest, time.GetUtcNow() + Ladder[digest.Attempts - 1], reason, CancellationToken.None)
        : ledger.GiveUpAsync(digest, "failed", reason, CancellationToken.None);

    private static async Task<byte[]> BytesOf(MimeMessage mail)
    {
        using var bytes = new MemoryStream();
        await mail.WriteToAsync(bytes);
        return bytes.ToArray();
    }

    [LoggerMessage(LogLevel.Error, "Digest {DigestId} could not be composed or sent; it is tried again later")]
    private partial void LogNotComposed(Exception problem, long digestId);

    [LoggerMessage(LogLevel.Warning, "Nobody can say whether digest {DigestId} was delivered; it is not sent again unless an admin says so")]
    private partial void LogAmbiguous(long digestId);

    [LoggerMessage(LogLevel.Warning, "The mail server cannot be reached: {Reason}")]
    private partial void LogUnreachable(string? reason);
}
