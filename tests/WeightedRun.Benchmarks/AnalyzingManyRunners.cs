using System.Diagnostics;
using System.Globalization;
using WeightedRun.Analysis;
using WeightedRun.Analysis.Rules;

namespace WeightedRun.Benchmarks;

/// <summary>Many runners' weeks in one process, each from the bare activities of 180 days; prints what it took as JSON.</summary>
internal static class AnalyzingManyRunners
{
    private const int Activities = 150;

    // Enough different runners that no cache of the processor holds them all.
    private const int Runners = 500;

    public static void Measure(int weeks)
    {
        var runners = Enumerable.Range(0, Runners).Select(seed => new MadeUpRunner(Activities, seed)).ToArray();
        var colours = new int[4];
        var clock = Stopwatch.GetTimestamp();
        Parallel.For(0, weeks, at =>
        {
            var runner = runners[at % Runners];
            var report = ComplianceAnalyzer.Analyze(runner.Log(), runner.Profile, Thresholds.Default, MadeUpRunner.Week.AddWeeks(-(at / Runners % 8)));
            Interlocked.Increment(ref colours[(int)report.Colour]);
        });
        var seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"runner_weeks\":{weeks},\"cores\":{Environment.ProcessorCount},\"seconds\":{seconds:F2},\"grey_green_amber_red\":[{string.Join(',', colours)}]}}"));
    }
}
