using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Worker.Digest.Sending;
using WeightedRun.Worker.Tests.Mail;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Digest.Sending;

/// <summary>Whatever the mail server does: nobody gets two, and nobody gets none without its being written down.</summary>
public sealed class SmtpFaultTests(PostgresFixture postgres) : IAsyncLifetime
{
    private DigestCase _case = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _case = await DigestCase.StartAsync(postgres);
        await _case.AddRunnerAsync();
    }

    public ValueTask DisposeAsync() => _case.DisposeAsync();

    [Fact]
    public async Task A_server_that_is_down_costs_no_attempt()
    {
        _case.Sink.GoDown();
        await _case.SweepAsync();
        Assert.Equal(["pending"], await _case.StatesAsync());
        Assert.Equal(0, await _case.Database.ScalarAsync<int>("select attempts from digests"));

        _case.Sink.ComeBack();
        await LaterAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(["sent"], await _case.StatesAsync());
    }

    [Theory]
    [InlineData("Busy")]
    [InlineData("SilentGreeting")]
    [InlineData("RecipientLater")]
    [InlineData("DropBeforeBody")]
    [InlineData("BodyRefused")]
    public async Task What_was_certainly_not_taken_is_tried_again(string fault)
    {
        _case.Sink.Fault = Enum.Parse<SmtpFault>(fault);
        await _case.SweepAsync();
        Assert.Equal(["pending"], await _case.StatesAsync());
        Assert.Empty(_case.Sink.Taken);

        _case.Sink.Fault = SmtpFault.None;
        await LaterAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(["sent"], await _case.StatesAsync());
        Assert.Single(_case.Sink.Taken);
    }

    [Fact]
    public async Task Temporary_refusals_are_tried_again_for_a_day_and_then_end()
    {
        _case.Sink.Fault = SmtpFault.RecipientLater;
        await _case.SweepAsync();
        var tries = 1;
        for (var quarter = 0; quarter < 4 * 30; quarter++)
        {
            await LaterAsync(TimeSpan.FromMinutes(15));
            tries = _case.Sink.Dialogues;
        }

        Assert.Equal(["failed"], await _case.StatesAsync());
        Assert.Equal(9, tries);
        Assert.Equal("450 RecipientNotAccepted", await _case.ReasonAsync());
    }

    [Fact]
    public async Task An_address_that_is_refused_for_good_is_not_written_to_again()
    {
        _case.Sink.Fault = SmtpFault.RecipientRefused;
        await _case.SweepAsync();
        Assert.Equal(["failed"], await _case.StatesAsync());

        _case.Sink.Fault = SmtpFault.None;
        await LaterAsync(TimeSpan.FromDays(7));
        Assert.Equal(["failed", "skipped"], await _case.StatesAsync());
        Assert.Empty(_case.Sink.Taken);
    }

    [Theory]
    [InlineData("DropAfterBody")]
    [InlineData("SilentAfterBody")]
    public async Task What_may_have_been_taken_is_never_sent_again_by_itself(string fault)
    {
        _case.Sink.Fault = Enum.Parse<SmtpFault>(fault);
        await _case.SweepAsync();
        Assert.Equal(["ambiguous"], await _case.StatesAsync());

        _case.Sink.Fault = SmtpFault.None;
        for (var hour = 0; hour < 30; hour++)
            await LaterAsync(TimeSpan.FromHours(1));

        Assert.Single(_case.Sink.Taken);
    }

    [Fact]
    public async Task An_admin_can_send_an_ambiguous_digest_again_under_the_same_message_id()
    {
        _case.Sink.Fault = SmtpFault.DropAfterBody;
        await _case.SweepAsync();
        _case.Sink.Fault = SmtpFault.None;
        _case.Time.Advance(TimeSpan.FromDays(3));
        Assert.True(await _case.Services.GetRequiredService<DigestLedger>().ResendAsync(await _case.Database.ScalarAsync<long>("select digest_id from digests"), Cancellation));
        await _case.SweepAsync();

        Assert.Equal("sent", (await _case.StatesAsync())[0]);
        Assert.Single(_case.Sink.Taken.Select(taken => DigestCase.Read(taken.Mail).MessageId).Distinct());
        Assert.Equal(2, _case.Sink.Taken.Count);
        Assert.False(await _case.Services.GetRequiredService<DigestLedger>().ResendAsync(1, Cancellation));
    }

    [Fact]
    public async Task A_server_that_is_down_is_left_alone_for_a_while_and_not_asked_by_everybody()
    {
        for (var n = 0; n < 100; n++)
            await _case.AddRunnerAsync($"runner{n}@example{n}.org", runs: 0);

        _case.Sink.Fault = SmtpFault.Busy;
        for (var n = 0; n < 20; n++)
            await _case.SweepAsync();

        Assert.Equal(3, _case.Sink.Dialogues);
        Assert.All(await _case.StatesAsync(), state => Assert.Equal("pending", state));
    }

    private async Task LaterAsync(TimeSpan later)
    {
        _case.Time.Advance(later);
        await _case.SweepAsync();
    }
}
