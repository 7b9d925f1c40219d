using System.Text.Json;
using System.Text.RegularExpressions;

namespace WeightedRun.Worker.Tests.Demo;

/// <summary>The whole product with one command, as somebody sees it who has just cloned it.</summary>
[Collection(Scenarios.Name)]
public sealed class DemoTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Once_is_one_full_cycle_with_true_figures_and_leaves_nothing()
    {
        var file = Path.GetTempFileName();
        using var demo = new DemoProcess("--once", "--runners", "3", "--summary", file);
        Assert.True(await demo.EndAsync() == 0, demo.Output);

        var summary = JsonDocument.Parse(await File.ReadAllBytesAsync(file, Cancellation)).RootElement;
        File.Delete(file);
        Assert.Equal(
            ["runners", "connected", "activities", "weighted", "suspected", "findings", "digests_sent", "api_reads", "seconds_to_ready", "seconds_total"],
            summary.EnumerateObject().Select(figure => figure.Name));
        Assert.Equal((3, 3, 6, 0), (Number("runners"), Number("connected"), Number("digests_sent"), Number("suspected")));
        Assert.InRange(Number("activities"), 300, 400);
        Assert.InRange(Number("weighted"), 100, 150);
        // Each run is read in full once, and there are the pages of the list.
        Assert.InRange(Number("api_reads"), Number("activities"), Number("activities") + 100);
        Assert.InRange(summary.GetProperty("seconds_total").GetDouble(), summary.GetProperty("seconds_to_ready").GetDouble(), 60);
        Assert.Subset(
            summary.GetProperty("findings").EnumerateObject().Select(rule => rule.Name).ToHashSet(),
            new HashSet<string> { "frequency.weekly-limit", "spacing.back-to-back", "frequency.double-session", "load.jump", "distance.session-spike", "positive.compliant-streak" });

        foreach (var words in new[] { "Paula Patient: ", "Otto Often: ", "Jule Jump: ", "positive: positive.patient-pace", "violation: frequency.weekly-limit" })
            Assert.Contains(words, demo.Output, StringComparison.Ordinal);

        Assert.Empty(demo.Leftovers());
        Assert.False(Directory.Exists(demo.Folder));

        int Number(string figure) => summary.GetProperty(figure).GetInt32();
    }

    [Fact]
    public async Task A_killed_demo_is_cleared_away_by_the_next_whose_addresses_lead_somewhere_until_it_is_stopped()
    {
        using var killed = new DemoProcess("--runners", "1");
        await killed.SaysAsync("Three weeks ago");
        await killed.KillAsync();
        Assert.NotEmpty(killed.Leftovers());

        using var demo = new DemoProcess("--runners", "1");
        await demo.SaysAsync("until you press Ctrl-C");
        Assert.Equal(killed.Folder, demo.Folder);
        using var http = new HttpClient();
        foreach (var what in new[] { "Product", "Operations", "Jobs" })
            Assert.Contains("<html", await http.GetStringAsync(new Uri(demo.AddressOf(what)), Cancellation), StringComparison.Ordinal);

        var mailbox = new Uri(demo.AddressOf("Mailbox"));
        var mails = Regex.Matches(await http.GetStringAsync(mailbox, Cancellation), "<a href=\"(?<mail>/mails/[0-9a-f]+)\">(?<subject>[^<]+)");
        Assert.Equal(["Week", "Week", "WeightedRun:"], mails.Select(mail => mail.Groups["subject"].Value.Split(' ')[0]));
        Assert.Contains("Two weighted runs", await http.GetStringAsync(new Uri(mailbox, mails[0].Groups["mail"].Value), Cancellation), StringComparison.Ordinal);
        using var html = await http.GetAsync(new Uri(mailbox, $"{mails[0].Groups["mail"].Value}/html"), Cancellation);
        Assert.StartsWith("sandbox ", Assert.Single(html.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);

        Assert.Equal(0, await demo.StopAsync());
        Assert.Empty(demo.Leftovers());
        Assert.False(Directory.Exists(demo.Folder));
    }

    [Fact]
    public async Task A_number_that_makes_no_sense_is_refused()
    {
        using var demo = new DemoProcess("--runners", "0");
        Assert.Equal(2, await demo.EndAsync());
        Assert.Contains("--runners: write a number from 1 to 200.", demo.Output, StringComparison.Ordinal);
    }
}
