using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Demo;

/// <summary>Two weeks of the product's life: runners connect, runs come in and change, and on two days the digests go out.</summary>
internal sealed class DemoCycle(DemoProduct product, StandIns standIns, Joining joining, IReadOnlyList<Participant> participants, SandboxClock clock, DemoWeeks weeks, Action<string> say)
{
    private const string DigestSweep = "digest-sweep";
    private const string GarminSweep = "garmin-personal-sweep";

    // For so long a digest waits for a provider that does not answer.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    // As many pages at once as two cores can answer.
    private const int AtOnce = 4;

    public async Task RunAsync(CancellationToken cancellation)
    {
        await Until.ItIsSoAsync("the product has subscribed to Strava's events", () => Task.FromResult(standIns.Strava.World.Subscriptions.Of(standIns.Strava.App) is not null), cancellation);
        say("Three weeks ago: runners connect, and their last half year is read ...");
        await JoinAsync(participants.Where(who => !who.Runner.ComesLate), cancellation);

        say("A week ago: the runs since then come in, and the first digests go out; Garmin is too busy to answer ...");
        clock.Set(weeks.WeekAgo);
        product.Trigger(GarminSweep);
        await UploadAsync(cancellation);
        await SendFirstDigestsAsync(cancellation);

        say("Today: a week of new runs, of which some are renamed and deleted again ...");
        clock.Set(weeks.Lately);
        await UploadAsync(cancellation);
        foreach (var who in participants)
            who.ChangeTheirMind();

        await CorrectAsync(cancellation);
        await JoinAsync(participants.Where(who => who.Runner.ComesLate), cancellation);
        say("Now: the second digests go out ...");
        await SendDigestsAsync(DateTimeOffset.UtcNow, cancellation);
    }

    private async Task JoinAsync(IEnumerable<Participant> joiners, CancellationToken cancellation)
    {
        foreach (var who in joiners)
            who.RunUntil(clock.GetUtcNow());

        await Parallel.ForEachAsync(joiners, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (who, token) => await joining.JoinAsync(who, token));
        await SettledAsync(cancellation);
    }

    private async Task UploadAsync(CancellationToken cancellation)
    {
        foreach (var who in participants.Where(who => !who.Runner.ComesLate))
            who.RunUntil(clock.GetUtcNow());

        await SettledAsync(cancellation);
    }

    private async Task SendFirstDigestsAsync(CancellationToken cancellation)
    {
        // Whose hour came in the weeks between is late by days: the product notes that and goes on to the next.
        await SendDigestsAsync(weeks.WeekAgo, cancellation);
        var due = await NextDueAsync();
        standIns.MakeGarminBusy();
        await SendDigestsAsync(due, cancellation);
        foreach (var who in participants.Where(who => who.Runner.TakesAccessAway))
            who.TakeAccessAway();

        await SettledAsync(cancellation);
        await SendDigestsAsync(due + LongestWait, cancellation);
        standIns.MakeGarminAnswer();
    }

    private async Task SendDigestsAsync(DateTimeOffset at, CancellationToken cancellation)
    {
        clock.Set(at);
        product.Trigger(DigestSweep);
        await SettledAsync(cancellation);
    }

    /// <summary>On the run's own page, as a runner would who sees in the digest what it was taken for.</summary>
    private async Task CorrectAsync(CancellationToken cancellation)
    {
        foreach (var who in participants)
        {
            foreach (var (run, kilograms) in who.ToldLater())
            {
                var page = await who.Browser.OpenAsync(new Uri(product.Address, $"runs/one?id={Uri.EscapeDataString(run)}"), cancellation);
                await who.Browser.SubmitAsync(page, "runs/tag", [("outcome", "weighted"), ("kind", "vest"), ("mass", kilograms), ("unit", "kg")], cancellation);
            }
        }

        await SettledAsync(cancellation);
    }

    private Task SettledAsync(CancellationToken cancellation) =>
        Until.ItIsSoAsync("everything is worked off", async () => standIns.Strava.World.Events.Open == 0 && await product.IsIdleAsync(clock.GetUtcNow()), cancellation);

    // Where a zone changed its clocks meanwhile, its hour comes an hour earlier or later.
    private async Task<DateTimeOffset> NextDueAsync() => (await product.AskAsync<DateTime>("select max(next_due_at) from digest_settings")).AddSeconds(1);
}
