using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using MimeKit;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Digest.Links;
using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Digest.Sending;

/// <summary>Puts a digest into its mail, with what mailbox providers ask of a list: https://www.rfc-editor.org/rfc/rfc8058, rfc2369, rfc2919.</summary>
internal sealed class DigestMail(UnsubscribeLinks unsubscribe, IOptions<MailOptions> options, TimeProvider time)
{
    /// <summary>The name of a digest among all mails: the same for every try.</summary>
    public string MessageIdOf(RunnerId runner, Week week, string kind) =>
        Envelope.MessageIdOf(options.Value, "digest", FormattableString.Invariant($"{runner.Value} {week.StartsOn:yyyy-MM-dd} {kind}"));

    public async Task<MimeMessage> WriteAsync(RunnerId runner, EmailAddress to, string messageId, WeeklyDigest digest)
    {
        var mail = Envelope.Of(options.Value, to, messageId, digest.Subject, DigestText.Render(digest), await DigestHtml.RenderAsync(digest), time.GetUtcNow());
        var sender = MailboxAddress.Parse(options.Value.From);
        var answers = MailboxAddress.Parse(string.IsNullOrWhiteSpace(options.Value.ReplyTo) ? options.Value.From : options.Value.ReplyTo);
        Add(mail, HeaderId.ListId, $"WeightedRun digest <digest.{sender.Domain}>");
        Add(mail, HeaderId.ListUnsubscribe, $"<{unsubscribe.Of(runner)}>, <mailto:{answers.Address}?subject=unsubscribe%20{runner.Value.ToString(CultureInfo.InvariantCulture)}>");
        Add(mail, HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        return mail;
    }

    // Raw, one address a line: a mail program that folds or encodes a token in its middle makes it open nothing.
    private static void Add(MimeMessage mail, HeaderId id, string value)
    {
        var header = new Header(id, "");
        header.SetRawValue(Encoding.ASCII.GetBytes($" {value.Replace(", <", ",\r\n <", StringComparison.Ordinal)}\r\n"));
        mail.Headers.Add(header);
    }
}
