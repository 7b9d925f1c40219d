using System.Diagnostics;
using System.Text.Json;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Digest.Sending;

/// <summary>A digest as it left over SMTP, read by npm's mailparser, which nobody here wrote.</summary>
public sealed class MailparserTests(PostgresFixture postgres)
{
    private const string Hostile = "<b>Läufe</b> 🏃\u202E\r\nBcc: bob@example.org & \"Weste\" 8 kg";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_parser_that_nobody_here_wrote_reads_every_header_and_both_parts()
    {
        if (Folder() is not { } folder || !Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            Assert.Skip("The npm package mailparser is not installed: npm ci in tests/WeightedRun.Worker.Tests/mailparser.");
            return;
        }

        await using var world = await DigestCase.StartAsync(postgres);
        var runner = await world.AddRunnerAsync("ann@example.org", runs: 2);
        await world.AddRunAsync(runner, new DateTime(2025, 3, 7, 7, 0, 0), 8, Hostile);
        await world.Database.ExecuteAsync("update runners set language = 'de'");
        await world.SweepAsync();
        var mail = await ParseAsync(folder, Assert.Single(world.Sink.Taken).Mail);

        Assert.Equal("ann@example.org", mail.GetProperty("to").GetString());
        Assert.Contains("digest@runs.example.org", mail.GetProperty("from").GetString(), StringComparison.Ordinal);
        Assert.Equal(DigestCase.Monday, mail.GetProperty("date").GetDateTimeOffset());
        Assert.Equal(DigestCase.Read(world.Sink.Taken[0].Mail).Subject, mail.GetProperty("subject").GetString());
        Assert.Equal("auto-generated", mail.GetProperty("auto_submitted").GetString());
        Assert.Equal(0, mail.GetProperty("attachments").GetInt32());
        Assert.StartsWith("https://runs.example.org/unsubscribe/", mail.GetProperty("list_unsubscribe").GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal("digest@runs.example.org?subject=unsubscribe%201", mail.GetProperty("list_unsubscribe").GetProperty("mail").GetString());
        Assert.Contains("One-Click", mail.GetProperty("list_unsubscribe_post").ToString(), StringComparison.Ordinal);
        Assert.Equal("digest.runs.example.org", mail.GetProperty("list_id").GetProperty("id").GetString());

        // The title's line break made no header; in the page it is text, and it turns nothing around.
        var headers = mail.GetProperty("header_lines").EnumerateArray().Select(line => line.GetString()).ToList();
        Assert.DoesNotContain("bcc", headers);
        Assert.Equal(headers.Count, headers.Distinct().Count());
        var (text, html) = (mail.GetProperty("text").GetString()!, mail.GetProperty("html").GetString()!);
        Assert.Contains("Läufe", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>L", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', text + html);
        Assert.Contains("/unsubscribe/", text, StringComparison.Ordinal);
        Assert.Contains("/unsubscribe/", html, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> ParseAsync(string folder, byte[] mail)
    {
        using var process = Process.Start(new ProcessStartInfo("node", ["parse.cjs"]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await process.StandardInput.BaseStream.WriteAsync(mail, Cancellation);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        Assert.Equal(0, process.ExitCode);
        return JsonDocument.Parse(output).RootElement;
    }

    private static string? Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "tests", "WeightedRun.Worker.Tests", "mailparser");
            if (Directory.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
