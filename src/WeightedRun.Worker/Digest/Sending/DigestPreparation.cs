using Microsoft.Extensions.Options;
using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Providers;

namespace WeightedRun.Worker.Digest.Sending;

/// <summary>Everything before the mail server is spoken to: whether to send at all, the runner's window read again, the mail rendered.</summary>
internal sealed class DigestPreparation(
    Recipients recipients, SuppressedAddresses suppressed, DomainTurns turns, RunnerRefresh refresh, DigestWriter writer, DigestMail mails, IOptions<MailOptions> options, TimeProvider time)
{
    // After two days the week that it would report is old news.
    private static readonly TimeSpan CatchUp = TimeSpan.FromHours(48);

    // So long a digest waits for fresh data; then it goes without, and says so.
    private static readonly TimeSpan Staleness = TimeSpan.FromHours(6);

    public async Task<Preparation> PrepareAsync(ClaimedDigest digest, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var recipient = await recipients.FindAsync(digest.RunnerId, cancellation);
        if (now - digest.DueAt > CatchUp)
            return new Preparation.Skip("overdue by more than two days");

        if (await ObstacleAsync(recipient, cancellation) is { } obstacle)
            return new Preparation.Skip(obstacle);

        var to = recipient!.Address!;
        if (!digest.HasTurn && await turns.TakeAsync(to.Domain, options.Value.MaxPerDomainPerMinute, cancellation) is { } turn)
            return new Preparation.Wait(turn, "waits for its turn at the mailbox provider", HasTurn: true);

        var freshness = await refresh.RefreshAsync(digest.RunnerId, cancellation);
        if (freshness is { State: FreshnessState.Stale, AskAgainAt: { } again } && now < digest.DueAt + Staleness)
            return new Preparation.Wait(again < digest.DueAt + Staleness ? again : digest.DueAt + Staleness, "waits for fresh data", HasTurn: true);

        var composed = await writer.WriteAsync(recipient, digest.Week, freshness, cancellation);
        if (composed.Variant == DigestVariant.Silent)
            return new Preparation.Skip("no run for weeks");

        return new Preparation.Ready(to, await mails.WriteAsync(digest.RunnerId, to, mails.MessageIdOf(digest.RunnerId, digest.Week, digest.Kind), composed));
    }

    /// <summary>Why nothing may be sent to a runner; null when nothing speaks against it.</summary>
    public async Task<string?> ObstacleAsync(Recipient? recipient, CancellationToken cancellation) => recipient switch
    {
        null => "the runner is gone",
        { IsUnsubscribed: true } => "unsubscribed",
        { Address: null } => "the address is not confirmed",
        { Address: { } to } => await suppressed.FindAsync(to, cancellation) is { } before ? $"the address was refused on {before.SuppressedAt:yyyy-MM-dd}" : null,
    };
}
