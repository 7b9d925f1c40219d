using MimeKit;

namespace WeightedRun.Worker.Mail;

/// <summary>Takes mails to where they go: to an SMTP server, or into a folder.</summary>
internal interface IMailCarrier : IAsyncDisposable
{
    /// <summary>Hands over one mail. Whatever the server does is an answer; only a cancellation is an exception.</summary>
    Task<Delivery> DeliverAsync(MimeMessage mail, CancellationToken cancellation);
}

/// <summary>What became of handing over a mail.</summary>
/// <param name="Outcome">Whether it was taken.</param>
/// <param name="Reason">In the server's or our words, without an address.</param>
internal sealed record Delivery(DeliveryOutcome Outcome, string? Reason = null)
{
    public static Delivery Taken { get; } = new(DeliveryOutcome.Taken);
}

internal enum DeliveryOutcome
{
    /// <summary>The server took it.</summary>
    Taken,

    /// <summary>Certainly not taken; later it may be.</summary>
    TryLater,

    /// <summary>The server cannot be spoken to at all: every other mail would fare the same.</summary>
    Unreachable,

    /// <summary>The address is refused for good.</summary>
    Refused,

    /// <summary>All of it was sent, and then no answer came: it may have been taken.</summary>
    Ambiguous,
}
