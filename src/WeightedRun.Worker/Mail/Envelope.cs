using System.Security.Cryptography;
using System.Text;
using MimeKit;
using MimeKit.Text;

namespace WeightedRun.Worker.Mail;

/// <summary>What every mail of the product has in common.</summary>
internal static class Envelope
{
    /// <summary>Text first and complete, then the page. Nothing in it tells us that it was opened.</summary>
    public static MimeMessage Of(MailOptions options, EmailAddress to, string messageId, string subject, string text, string? html, DateTimeOffset date)
    {
        var mail = new MimeMessage { MessageId = messageId, Date = date, Subject = OneLine(subject) };
        mail.From.Add(MailboxAddress.Parse(options.From));
        mail.To.Add(new MailboxAddress((string?)null, to.Value));
        if (!string.IsNullOrWhiteSpace(options.ReplyTo))
            mail.ReplyTo.Add(MailboxAddress.Parse(options.ReplyTo));

        // https://www.rfc-editor.org/rfc/rfc3834#section-5: no out-of-office answer comes back.
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        var plain = Part(TextFormat.Plain, text);
        mail.Body = html is null ? plain : new MultipartAlternative(plain, Part(TextFormat.Html, html));
        return mail;
    }

    /// <summary>The same for the same kind and key, whoever computes it and when.</summary>
    public static string MessageIdOf(MailOptions options, string kind, string key)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind} {key}")).AsSpan(0, 16));
        return $"{kind}.{hash}@{MailboxAddress.Parse(options.From).Domain}";
    }

    private static TextPart Part(TextFormat format, string text) =>
        new(format) { ContentTransferEncoding = ContentEncoding.QuotedPrintable, Text = text };

    private static string OneLine(string subject) => string.Concat(subject.Select(character => char.IsControl(character) ? ' ' : character)).Trim();
}
