using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using MimeKit;

namespace WeightedRun.Sandbox.Demo.Mailbox;

/// <summary>The mailbox's pages. What stands in a mail is a stranger's word: encoded here, and its HTML shown in a frame that can do nothing.</summary>
internal static class MailboxPages
{
    // The mail's own links open beside it, in the product.
    private const string LinksOpenBeside = "<base target=\"_blank\">";

    private const string Head =
        """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <style>
        body { font: 16px/1.5 system-ui, sans-serif; color: #1b2420; background: #f6f7f5; max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
        table { border-collapse: collapse; width: 100%; background: #fff } td, th { text-align: left; padding: .5rem .75rem; border-bottom: 1px solid #dfe4e0; vertical-align: top }
        td.when { white-space: nowrap } a { color: #14532d } dl { display: grid; grid-template-columns: 5rem 1fr; gap: .1rem .5rem } dt { color: #55615a } dd { margin: 0 }
        iframe { width: 100%; height: 80vh; border: 1px solid #dfe4e0; background: #fff } pre { background: #fff; border: 1px solid #dfe4e0; padding: 1rem; overflow-x: auto }
        </style>
        """;

    public static string List(IReadOnlyList<(string Name, MimeMessage Mail)> mails, string? to)
    {
        var page = new StringBuilder(Head).Append("<title>Mailbox</title></head><body><h1>Mailbox</h1>");
        page.Append(to is null ? "<p>Every mail that the product sent, the newest first. Choose an address to see one runner's alone.</p>" : $"<p>What was sent to {Encode(to)}. <a href=\"/\">Everything</a></p>");
        page.Append("<table><thead><tr><th scope=\"col\">Sent</th><th scope=\"col\">To</th><th scope=\"col\">Subject</th></tr></thead><tbody>");
        foreach (var (name, mail) in mails)
        {
            var address = AddressOf(mail);
            if (to is null || address == to)
                page.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"when\">{When(mail)}</td><td><a href=\"/?to={Uri.EscapeDataString(address)}\">{Encode(address)}</a></td><td><a href=\"/mails/{name}\">{Encode(mail.Subject)}</a></td></tr>");
        }

        return page.Append("</tbody></table></body></html>").ToString();
    }

    public static string One(string name, MimeMessage mail)
    {
        var page = new StringBuilder(Head).Append(CultureInfo.InvariantCulture, $"<title>{Encode(mail.Subject)}</title></head><body><p><a href=\"/\">Mailbox</a></p><h1>{Encode(mail.Subject)}</h1>");
        page.Append(CultureInfo.InvariantCulture, $"<dl><dt>From</dt><dd>{Encode(mail.From.ToString())}</dd><dt>To</dt><dd>{Encode(AddressOf(mail))}</dd><dt>Sent</dt><dd>{When(mail)}</dd></dl>");
        if (mail.HtmlBody is not null)
            page.Append(CultureInfo.InvariantCulture, $"<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" src=\"/mails/{name}/html\" title=\"The mail\"></iframe><h2>The same as text</h2>");

        return page.Append(CultureInfo.InvariantCulture, $"<pre>{Encode(mail.TextBody)}</pre></body></html>").ToString();
    }

    public static string Html(string html) => html.Replace("<head>", $"<head>{LinksOpenBeside}", StringComparison.Ordinal);

    private static string AddressOf(MimeMessage mail) => mail.To.Mailboxes.FirstOrDefault()?.Address ?? "";

    private static string When(MimeMessage mail) => mail.Date.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    private static string Encode(string? text) => HtmlEncoder.Default.Encode(text ?? "");
}
