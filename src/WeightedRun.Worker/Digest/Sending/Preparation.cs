using MimeKit;
using WeightedRun.Worker.Mail;

namespace WeightedRun.Worker.Digest.Sending;

/// <summary>What came of preparing a digest: a mail to send, a reason to wait, or a reason never to send it.</summary>
internal abstract record Preparation
{
    internal sealed record Ready(EmailAddress To, MimeMessage Mail) : Preparation;

    internal sealed record Wait(DateTimeOffset Until, string Reason, bool HasTurn) : Preparation;

    internal sealed record Skip(string Reason) : Preparation;
}
