using WeightedRun.Sandbox.GarminPartner;
using WeightedRun.Worker.Providers.GarminPartner;

namespace WeightedRun.Worker.Tests.Garmin;

public sealed class PartnerBackfillTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Windows_are_thirty_days_without_gaps_the_newest_first()
    {
        var until = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);
        List<BackfillWindow> windows = [.. BackfillWindow.Over(until.AddDays(-70), until)];
        Assert.Equal([30, 30, 10], windows.Select(window => (window.Until - window.From).TotalDays));
        Assert.Equal((until, until.AddDays(-70)), (windows[0].Until, windows[^1].From));
        Assert.True(windows.Zip(windows.Skip(1)).All(pair => pair.First.From == pair.Second.Until));
        Assert.Empty(BackfillWindow.Over(until, until));
    }

    [Fact]
    public async Task A_window_is_accepted_once_and_then_known()
    {
        await using var garmin = await PartnerCase.StartAsync();
        var (user, tokens) = await garmin.ConnectAsync();
        var now = garmin.World.Clock.GetUtcNow();
        foreach (var window in BackfillWindow.Over(now.AddDays(-70), now))
        {
            Assert.Equal(BackfillOutcome.Accepted, await garmin.Calls.AskForBackfillAsync(tokens.Access, window, Cancellation));
            Assert.Equal(BackfillOutcome.AskedBefore, await garmin.Calls.AskForBackfillAsync(tokens.Access, window, Cancellation));
        }

        Assert.Equal(3, garmin.World.Backfills.Of(user));
    }

    [Theory]
    [InlineData(true, false, nameof(BackfillOutcome.MissingPermission))]
    [InlineData(false, true, nameof(BackfillOutcome.NotProvisioned))]
    public async Task Who_may_not_is_told_who_has_to_act(bool withholdsHistory, bool isNotProvisioned, string outcome)
    {
        await using var garmin = await PartnerCase.StartAsync();
        garmin.World.Quirks = new Quirks { WithholdsHistory = withholdsHistory, BackfillIsNotProvisioned = isNotProvisioned };
        var (_, tokens) = await garmin.ConnectAsync();
        var now = garmin.World.Clock.GetUtcNow();
        Assert.Equal(outcome, (await garmin.Calls.AskForBackfillAsync(tokens.Access, new BackfillWindow(now.AddDays(-1), now), Cancellation)).ToString());
    }
}
