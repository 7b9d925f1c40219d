using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using WeightedRun.Worker.Digest.Links;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Digest.Sending;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Digest.Links;

public sealed class DigestLinkTests(PostgresFixture postgres) : IAsyncLifetime
{
    private DigestCase _case = null!;
    private RunnerId _runner;

    public async ValueTask InitializeAsync()
    {
        _case = await DigestCase.StartAsync(postgres);
        await _case.ServeAsync();
        _runner = await _case.AddRunnerAsync();
    }

    public ValueTask DisposeAsync() => _case.DisposeAsync();

    [Fact]
    public async Task Looking_at_the_unsubscribe_link_ends_nothing_and_one_post_without_a_cookie_does()
    {
        using var browser = new Browser(_case);
        await _case.SweepAsync();
        var link = Browser.LinkIn(_case.Sink.Taken[0].Mail, "/unsubscribe/");
        Assert.Contains("<button", (await browser.OpenAsync(link)).Page, StringComparison.Ordinal);
        Assert.False(await IsUnsubscribedAsync());

        using var program = new Browser(_case);
        var header = new Uri(DigestCase.Read(_case.Sink.Taken[0].Mail).Headers[HeaderId.ListUnsubscribe]!.Split('>')[0][1..]);
        for (var n = 0; n < 2; n++)
            Assert.Equal(HttpStatusCode.OK, (await program.PostAsync(header, ("List-Unsubscribe", "One-Click"))).Status);

        Assert.True(await IsUnsubscribedAsync());
        _case.Time.Advance(TimeSpan.FromDays(7));
        await _case.SweepAsync();
        Assert.Single(_case.Sink.Taken);
    }

    [Fact]
    public async Task Who_unsubscribed_by_mistake_gets_the_next_digest()
    {
        using var browser = new Browser(_case);
        await _case.SweepAsync();
        var link = Browser.LinkIn(_case.Sink.Taken[0].Mail, "/unsubscribe/");
        await browser.PressAsync(link, ("answer", "yes"));
        var again = new Uri(link.ToString().Replace("/unsubscribe/", "/subscribe/", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(again)).Status);
        var (_, page) = await browser.PostAsync(link);
        var hidden = page.Split("name=\"")[^2].Split("value=\"");
        await browser.PostAsync(again, ("__RequestVerificationToken", hidden[1].Split('"')[0]));

        Assert.False(await IsUnsubscribedAsync());
        _case.Time.Advance(TimeSpan.FromDays(7));
        await _case.SweepAsync();
        Assert.Equal(2, _case.Sink.Taken.Count);
    }

    [Fact]
    public async Task A_fixed_run_stays_fixed_and_the_next_digest_tells_what_changed()
    {
        using var browser = new Browser(_case);
        await _case.SweepAsync();
        _case.Time.Advance(TimeSpan.FromHours(1));
        var fix = Browser.LinkIn(_case.Sink.Taken[0].Mail, "/run/");
        Assert.Contains("What did you carry", (await browser.OpenAsync(fix)).Page, StringComparison.Ordinal);
        Assert.Equal(0, await _case.Database.ScalarAsync<int>("select count(*) from corrections"));

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(fix, ("answer", "no"))).Status);
        Assert.Equal(0, await _case.Database.ScalarAsync<int>("select count(*) from corrections"));
        Assert.Equal(HttpStatusCode.OK, (await browser.PressAsync(fix, ("answer", "no"))).Status);
        Assert.Equal("not_weighted", await _case.Database.ScalarAsync<string>("select outcome from activity_tags where source = 'runner'"));

        _case.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(61));
        await _case.AddRunAsync(_runner, new DateTime(2025, 3, 12, 7, 0, 0), 7, "Vest run");
        _case.Time.Advance(TimeSpan.FromMinutes(1));
        await _case.SweepAsync();
        var next = string.Join(' ', DigestCase.Read(_case.Sink.Taken[1].Mail).TextBody!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("now counts as a run without weight", next, StringComparison.Ordinal);
        Assert.Contains("weighted runs: 1 instead of 2", next, StringComparison.Ordinal);

        _case.Time.Advance(TimeSpan.FromDays(7));
        await _case.SweepAsync();
        Assert.DoesNotContain("now counts", DigestCase.Read(_case.Sink.Taken[2].Mail).TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vest", "8.5", "kg", """[{"kg": 8.5, "kind": "vest"}]""")]
    [InlineData("backpack", "8,5", "kg", """[{"kg": 8.5, "kind": "backpack"}]""")]
    [InlineData("backpack", "", "kg", """[{"kg": null, "kind": "backpack"}]""")]
    [InlineData("vest", "100", "lb", """[{"kg": 45.359237, "kind": "vest"}]""")]
    public async Task A_load_is_taken_as_it_was_said(string kind, string mass, string unit, string pieces)
    {
        using var browser = new Browser(_case);
        var link = Link(RunLinkAnswer.Tell);
        Assert.Equal(HttpStatusCode.OK, (await browser.PressAsync(link, ("answer", "load"), ("kind", kind), ("mass", mass), ("unit", unit))).Status);
        Assert.Equal(pieces, await _case.Database.ScalarAsync<string>("select pieces::text from corrections where outcome = 'weighted'"));
    }

    [Theory]
    [InlineData("load", "eight")]
    [InlineData("load", "0")]
    [InlineData("load", "-3")]
    [InlineData("load", "100.1")]
    [InlineData("load", "1e3")]
    [InlineData("", "8")]
    public async Task Nonsense_is_refused_with_a_sentence_and_changes_nothing(string answer, string mass)
    {
        using var browser = new Browser(_case);
        var (status, page) = await browser.PressAsync(Link(RunLinkAnswer.Tell), ("answer", answer), ("kind", "vest"), ("mass", mass), ("unit", "kg"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("<p><bdi>", page, StringComparison.Ordinal);
        Assert.Equal(0, await _case.Database.ScalarAsync<int>("select count(*) from corrections"));
    }

    [Fact]
    public async Task A_no_counts_as_a_refusal_once_however_often_it_is_pressed_and_a_yes_ends_the_row()
    {
        using var browser = new Browser(_case);
        for (var n = 0; n < 2; n++)
            await browser.PressAsync(Link(RunLinkAnswer.No, "weighted"), ("answer", "no"));

        Assert.Equal(1, await _case.Database.ScalarAsync<int>("select refusals from question_refusals"));
        await browser.PressAsync(Link(RunLinkAnswer.Yes, "weighted"), ("answer", "yes"));
        Assert.Equal(0, await _case.Database.ScalarAsync<int>("select refusals from question_refusals"));
    }

    [Fact]
    public async Task Ask_no_more_is_kept_and_says_nothing_about_the_run()
    {
        using var browser = new Browser(_case);
        await browser.PressAsync(Link(RunLinkAnswer.Never, "weighted"), ("answer", "never"));
        Assert.True(await _case.Database.ScalarAsync<bool>("select is_silenced from question_refusals where kind = 'weighted'"));
        Assert.Equal(0, await _case.Database.ScalarAsync<int>("select count(*) from corrections"));
    }

    [Fact]
    public async Task Pages_behind_links_are_stored_nowhere_and_name_nobody_on()
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(_case.Address, Link(RunLinkAnswer.Tell).PathAndQuery), TestContext.Current.CancellationToken);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    private Uri Link(RunLinkAnswer answer, string? kind = null) =>
        _case.Services.GetRequiredService<RunLinks>().Of(new RunLink(_runner, new Analysis.Runs.ActivityId("fit:2025-03-03T07:00:00"), kind, answer));

    private Task<bool> IsUnsubscribedAsync() => _case.Database.ScalarAsync<bool>("select unsubscribed_at is not null from digest_settings");
}
