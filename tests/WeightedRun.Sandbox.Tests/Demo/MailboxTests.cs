using System.Net;
using MimeKit;
using WeightedRun.Sandbox.Demo.Mailbox;

namespace WeightedRun.Sandbox.Tests.Demo;

/// <summary>The demo's mailbox, with mails that mean harm.</summary>
public sealed class MailboxTests : IDisposable
{
    private const string Name = "0123456789abcdef";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wr-mailbox-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_stands_in_a_mail_is_shown_and_never_done()
    {
        await WriteAsync("<script>alert(1)</script> & more", "<img src=x onerror=alert(1)>", "<html><head></head><body><script>alert(1)</script></body></html>");
        await using var mailbox = await MailboxServer.StartAsync(new MailFolder(_folder.FullName), Cancellation);
        using var http = new HttpClient { BaseAddress = mailbox.Address };
        foreach (var path in new[] { "", $"mails/{Name}" })
        {
            using var page = await http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
            var text = await page.Content.ReadAsStringAsync(Cancellation);
            Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", text, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", Policy(page), StringComparison.Ordinal);
        }

        using var html = await http.GetAsync(new Uri($"mails/{Name}/html", UriKind.Relative), Cancellation);
        Assert.Contains("sandbox allow-popups", Policy(html), StringComparison.Ordinal);
        Assert.DoesNotContain("allow-scripts", Policy(html), StringComparison.Ordinal);
        Assert.Contains("<head><base target=\"_blank\">", await html.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mails/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("mails/0123456789abcdee")]
    [InlineData("mails/0123456789abcdef/html")]
    public async Task A_mail_that_is_not_there_is_not_found(string path)
    {
        await WriteAsync("Text alone", "Nothing else.", html: null);
        await using var mailbox = await MailboxServer.StartAsync(new MailFolder(_folder.FullName), Cancellation);
        using var http = new HttpClient { BaseAddress = mailbox.Address };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Nothing else.", await http.GetStringAsync(new Uri($"mails/{Name}", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task WriteAsync(string subject, string text, string? html)
    {
        var mail = new MimeMessage { Subject = subject, Body = new BodyBuilder { TextBody = text, HtmlBody = html }.ToMessageBody() };
        mail.From.Add(MailboxAddress.Parse("digest@weightedrun.example"));
        mail.To.Add(MailboxAddress.Parse("runa@runners.example"));
        return mail.WriteToAsync(Path.Combine(_folder.FullName, $"{Name}.eml"), Cancellation);
    }

    private static string Policy(HttpResponseMessage answer) => Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
}
