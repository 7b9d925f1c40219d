using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using WeightedRun.Worker.Digest.Schedule;
using WeightedRun.Worker.Digest.Sending;
using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Digest.Sending;

public sealed class DigestSendingTests(PostgresFixture postgres) : IAsyncLifetime
{
    private DigestCase _case = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _case = await DigestCase.StartAsync(postgres);

    public ValueTask DisposeAsync() => _case.DisposeAsync();

    [Fact]
    public async Task A_due_digest_is_sent_once_however_often_is_swept()
    {
        await _case.AddRunnerAsync();
        for (var n = 0; n < 3; n++)
            await _case.SweepAsync();

        Assert.Equal(["sent"], await _case.StatesAsync());
        Assert.Equal("ann@example.org", Assert.Single(_case.Sink.Taken).Recipient);
        Assert.True(await _case.Database.ScalarAsync<bool>("select message is null and claim is null and sent_at is not null and message_id is not null from digests"));
    }

    [Theory]
    [InlineData("2024-09-10", null)]
    [InlineData("2024-09-11", 70.0)] // 180 days before the first entry
    [InlineData("2025-03-19", 70.0)]
    [InlineData("2025-03-20", 72.0)]
    public async Task What_a_runner_first_says_to_weigh_holds_for_the_history_read_with_it(string day, double? kilograms)
    {
        var runner = await _case.AddRunnerAsync(runs: 0);
        await _case.Database.ExecuteAsync("insert into body_mass_entries (runner_id, measured_on, source, mass_kg, entered_at) values (@Value, '2025-03-10', 'runner', 70, now()), (@Value, '2025-03-20', 'runner', 72, now())", new { runner.Value });
        var recipient = await _case.Services.GetRequiredService<Recipients>().FindAsync(runner, Cancellation);
        Assert.Equal(kilograms, recipient!.Profile.BodyMassOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))?.Mass.Kilograms);
    }

    [Fact]
    public async Task Every_week_has_its_own_digest_with_its_own_message_id()
    {
        await _case.AddRunnerAsync();
        await _case.SweepAsync();
        _case.Time.Advance(TimeSpan.FromDays(7));
        await _case.SweepAsync();

        Assert.Equal(["sent", "sent"], await _case.StatesAsync());
        Assert.Equal(2, _case.Sink.Taken.Select(taken => DigestCase.Read(taken.Mail).MessageId).Distinct().Count());
    }

    [Fact]
    public async Task A_digest_carries_what_mailbox_providers_ask_of_a_list()
    {
        await _case.AddRunnerAsync();
        await _case.SweepAsync();
        var mail = DigestCase.Read(Assert.Single(_case.Sink.Taken).Mail);
        Assert.Matches(@"^<https://runs\.example\.org/unsubscribe/[A-Za-z0-9_-]+>, <mailto:digest@runs\.example\.org\?subject=unsubscribe%20\d+>$", mail.Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers[HeaderId.ListUnsubscribePost]);
        Assert.Equal("WeightedRun digest <digest.runs.example.org>", mail.Headers[HeaderId.ListId]);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal(["text/plain", "text/html"], mail.BodyParts.Select(part => part.ContentType.MimeType));
        Assert.DoesNotContain("<img", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_address_is_confirmed()
    {
        await _case.AddRunnerAsync();
        await _case.Database.ExecuteAsync("update runners set email_confirmed_at = null");
        await _case.SweepAsync();
        Assert.Empty(_case.Sink.Taken);
        Assert.Empty(await _case.StatesAsync());
    }

    [Fact]
    public async Task Forty_runners_and_four_workers_at_once_make_forty_mails()
    {
        for (var n = 0; n < 40; n++)
            await _case.AddRunnerAsync($"runner{n}@example{n}.org", runs: 1);

        await _case.SweepAsync(workers: 4);
        Assert.Equal(40, _case.Sink.Taken.Count);
        Assert.Equal(40, _case.Sink.Taken.Select(taken => taken.Recipient).Distinct().Count());
        Assert.All(await _case.StatesAsync(), state => Assert.Equal("sent", state));
    }

    [Theory]
    [InlineData(-1, "sent")]
    [InlineData(0, "sent")]
    [InlineData(1, "skipped")]
    public async Task After_two_days_a_digest_is_recorded_as_skipped(int minutes, string state)
    {
        await _case.AddRunnerAsync();
        _case.Time.Advance(TimeSpan.FromHours(48) + TimeSpan.FromMinutes(minutes));
        await _case.SweepAsync();
        Assert.Equal([state], await _case.StatesAsync());
    }

    [Fact]
    public async Task A_runner_who_unsubscribes_while_the_mail_server_is_down_gets_nothing()
    {
        var runner = await _case.AddRunnerAsync();
        _case.Sink.GoDown();
        await _case.SweepAsync();
        await _case.Services.GetRequiredService<DigestSubscriptions>().UnsubscribeAsync(runner, Cancellation);
        _case.Sink.ComeBack();
        _case.Time.Advance(TimeSpan.FromMinutes(10));
        await _case.SweepAsync();

        Assert.Equal(["skipped"], await _case.StatesAsync());
        Assert.Empty(_case.Sink.Taken);
    }

    [Fact]
    public async Task One_mailbox_provider_gets_no_more_than_its_share_and_everybody_gets_theirs()
    {
        await using var slow = await DigestCase.StartAsync(postgres, ("Mail:MaxPerDomainPerMinute", "5"));
        for (var n = 0; n < 12; n++)
            await slow.AddRunnerAsync($"runner{n}@example.org", runs: 1);

        await slow.AddRunnerAsync("bob@example.com", runs: 1);
        await slow.SweepAsync(workers: 2);
        Assert.Equal(5, slow.Sink.Taken.Count(taken => taken.Recipient.EndsWith("@example.org", StringComparison.Ordinal)));
        Assert.Equal(1, slow.Sink.Taken.Count(taken => taken.Recipient == "bob@example.com"));

        slow.Time.Advance(TimeSpan.FromMinutes(1));
        await slow.SweepAsync();
        Assert.Equal(11, slow.Sink.Taken.Count);
        slow.Time.Advance(TimeSpan.FromMinutes(1));
        await slow.SweepAsync();
        Assert.Equal(13, slow.Sink.Taken.Select(taken => taken.Recipient).Distinct().Count());
        Assert.Equal(13, slow.Sink.Taken.Count);
    }

    [Fact]
    public async Task A_test_to_oneself_is_marked_and_takes_nothing_from_the_real_one()
    {
        var runner = await _case.AddRunnerAsync();
        Assert.Equal(DeliveryOutcome.Taken, (await _case.Services.GetRequiredService<TestDigest>().SendAsync(runner, Cancellation)).Outcome);
        Assert.StartsWith("Test: ", DigestCase.Read(Assert.Single(_case.Sink.Taken).Mail).Subject, StringComparison.Ordinal);
        await _case.SweepAsync();
        Assert.Equal(2, _case.Sink.Taken.Count);
    }

    [Fact]
    public async Task A_supposition_says_what_would_be_sent_and_leaves_no_trace()
    {
        var runner = await _case.AddRunnerAsync();
        var supposition = await _case.Services.GetRequiredService<WhatIf>().AskAsync(runner, null, Cancellation);
        Assert.Null(supposition!.Obstacle);
        Assert.Equal("2025-W10", supposition.Week.Label);
        Assert.Empty(await _case.StatesAsync());
        Assert.Empty(_case.Sink.Taken);
    }
}
