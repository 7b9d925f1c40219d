using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Worker.Digest.Address;
using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Digest.Sending;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Digest.Links;

public sealed class AddressTests(PostgresFixture postgres) : IAsyncLifetime
{
    private DigestCase _case = null!;
    private RunnerId _runner;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _case = await DigestCase.StartAsync(postgres);
        await _case.ServeAsync();
        _runner = new RunnerId(await _case.Database.ScalarAsync<long>("insert into runners (time_zone) values ('Europe/Berlin') returning runner_id"));
    }

    public ValueTask DisposeAsync() => _case.DisposeAsync();

    [Fact]
    public async Task Looking_at_the_link_confirms_nothing_and_the_button_does()
    {
        using var browser = new Browser(_case);
        var link = await RequestAsync("ann@example.org");
        for (var n = 0; n < 2; n++)
            Assert.Contains("Yes, send it here", (await browser.OpenAsync(link)).Page, StringComparison.Ordinal);

        Assert.Null(await ConfirmedAsync());
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(link, ("answer", "yes"))).Status);
        Assert.Null(await ConfirmedAsync());

        for (var n = 0; n < 2; n++)
            Assert.Contains("confirmed", (await browser.PressAsync(link, ("answer", "yes"))).Page, StringComparison.Ordinal);

        Assert.Equal("ann@example.org", await ConfirmedAsync());
        // Monday at seven in Berlin, a week from now: this week's seven o'clock is now.
        Assert.Equal(DigestCase.Monday.AddDays(7), await _case.Database.ScalarAsync<DateTime>("select next_due_at from digest_settings"));
    }

    [Fact]
    public async Task A_new_address_holds_from_its_own_confirmation_and_the_old_one_until_then()
    {
        using var browser = new Browser(_case);
        await browser.PressAsync(await RequestAsync("ann@example.org"), ("answer", "yes"));
        var second = await RequestAsync("ann@example.com");
        Assert.Equal("ann@example.org", await ConfirmedAsync());
        await browser.PressAsync(second, ("answer", "yes"));
        Assert.Equal("ann@example.com", await ConfirmedAsync());
    }

    [Fact]
    public async Task A_link_to_an_address_that_is_no_longer_wanted_confirms_nothing()
    {
        using var browser = new Browser(_case);
        var first = await RequestAsync("typo@example.org");
        await RequestAsync("ann@example.org");
        Assert.Equal(HttpStatusCode.Gone, (await browser.PressAsync(first, ("answer", "yes"))).Status);
        Assert.Null(await ConfirmedAsync());
    }

    [Fact]
    public async Task A_link_that_was_not_signed_here_is_gone() =>
        Assert.Equal(HttpStatusCode.Gone, (await new Browser(_case).OpenAsync(new Uri("https://runs.example.org/confirm/abc"))).Status);

    [Fact]
    public async Task An_address_that_another_runner_confirmed_is_not_taken_from_them()
    {
        using var browser = new Browser(_case);
        await _case.AddRunnerAsync("ann@example.org");
        Assert.Equal(HttpStatusCode.Conflict, (await browser.PressAsync(await RequestAsync("Ann@example.org"), ("answer", "yes"))).Status);
        Assert.Null(await ConfirmedAsync());
    }

    [Fact]
    public async Task The_sixth_mail_within_a_day_is_not_sent()
    {
        for (var n = 0; n < 5; n++)
            await RequestAsync($"ann{n}@example.org");

        Assert.Equal(RequestOutcome.TooMany, await AskAsync(_runner, "ann@example.org"));
        Assert.Equal(5, _case.Sink.Taken.Count);
        _case.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(RequestOutcome.Sent, await AskAsync(_runner, "ann@example.org"));
    }

    [Fact]
    public async Task Three_runners_at_most_can_have_one_address_written_to()
    {
        for (var n = 0; n < 4; n++)
        {
            var runner = new RunnerId(await _case.Database.ScalarAsync<long>("insert into runners default values returning runner_id"));
            Assert.Equal(n < 3 ? RequestOutcome.Sent : RequestOutcome.TooMany, await AskAsync(runner, "ann@example.org"));
        }
    }

    private async Task<Uri> RequestAsync(string address)
    {
        Assert.Equal(RequestOutcome.Sent, await AskAsync(_runner, address));
        return Browser.LinkIn(_case.Sink.Taken[^1].Mail, "/confirm/");
    }

    private Task<RequestOutcome> AskAsync(RunnerId runner, string text)
    {
        Assert.True(EmailAddress.TryParse(text, out var address));
        return _case.Services.GetRequiredService<AddressConfirmation>().RequestAsync(runner, address, "en", Cancellation);
    }

    private Task<string?> ConfirmedAsync() => _case.Database.ScalarAsync<string?>("select email from runners where runner_id = @_runner and email_confirmed_at is not null", new { _runner });
}
