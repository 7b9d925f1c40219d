using System.Diagnostics;
using WeightedRun.Sandbox.Runners;
using WeightedRun.Sandbox.Strava;

namespace WeightedRun.Sandbox.Tests.Runners;

public sealed class SampleRunnersTests
{
    [Fact]
    public async Task The_same_seed_makes_the_same_runners_and_another_seed_makes_others()
    {
        Assert.Equal(await TitlesAsync(seed: 1), await TitlesAsync(seed: 1));
        Assert.NotEqual(await TitlesAsync(seed: 1), await TitlesAsync(seed: 2));
    }

    [Fact]
    public async Task Every_style_runs_for_the_whole_time_and_those_with_weight_tell_of_it()
    {
        await using var sandbox = await StartAsync();

        var runners = new SampleRunners(sandbox.World, seed: 1).Add(TrainingStyle.All.Count, days: 180);

        foreach (var (runner, style) in runners.Zip(TrainingStyle.All))
        {
            var runs = runner.Activities.All();
            Assert.InRange(runs.Length, style.RunDays.Length * 180 / 7 * 0.8, style.RunDays.Length * 180 / 7 + 7);
            Assert.InRange((sandbox.Clock.GetUtcNow() - runs[0].Start).TotalDays, 170, 182);
            Assert.All(runs, run => Assert.InRange(run.MovingSeconds / (run.DistanceMeters / 1000), 240, 420));
            Assert.Equal(style.WeightedDays.Length > 0, Array.Exists(runs, run => (run.Name + run.Description).Contains("kg", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Ten_thousand_runners_with_half_a_year_are_there_within_a_minute()
    {
        await using var sandbox = await StartAsync();
        var watch = Stopwatch.StartNew();

        new SampleRunners(sandbox.World, seed: 1).Add(10_000, days: 180);

        Assert.Equal(10_000, sandbox.World.AthleteCount);
        Assert.InRange(sandbox.World.ActivityCount, 800_000, 1_300_000);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"{watch.Elapsed}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{sandbox.World.ActivityCount} activities in {watch.Elapsed.TotalSeconds:F1} s, {GC.GetTotalMemory(true) / 1e6:F0} MB");
    }

    private static async Task<string[]> TitlesAsync(int seed)
    {
        await using var sandbox = await StartAsync();
        return [.. new SampleRunners(sandbox.World, seed).Add(3, days: 60).SelectMany(runner => runner.Activities.All()).Select(run => $"{run.Start:O} {run.Name} {run.DistanceMeters}")];
    }

    private static async Task<StravaSandbox> StartAsync()
    {
        var sandbox = await StravaSandbox.StartAsync(new StravaOptions(), TestContext.Current.CancellationToken);
        sandbox.Clock.Set(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero), isStopped: true);
        return sandbox;
    }
}
