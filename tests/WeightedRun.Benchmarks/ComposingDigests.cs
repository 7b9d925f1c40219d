using System.Diagnostics;
using System.Globalization;
using System.Text;
using WeightedRun.Analysis;
using WeightedRun.Analysis.Rules;
using WeightedRun.Worker.Digest;
using WeightedRun.Worker.Digest.Sentences;

namespace WeightedRun.Benchmarks;

/// <summary>Digests one after the other on one core, from the analyzed week of 180 days of runs to text and HTML; prints what each step took as JSON.</summary>
internal static class ComposingDigests
{
    private const int Activities = 150;
    private const int Runners = 100;
    private const int WarmUp = 300;

    public static async Task MeasureAsync(int digests)
    {
        var runners = Enumerable.Range(0, Runners).Select(seed => new MadeUpRunner(Activities, seed)).ToArray();
        await RunAsync(runners, WarmUp);
        var (analyze, compose, text, html, bytes) = await RunAsync(runners, digests);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"digests\":{digests},\"analyze_ms\":{analyze / digests:F3},\"compose_ms\":{compose / digests:F3},\"text_ms\":{text / digests:F3},\"html_ms\":{html / digests:F3},\"html_bytes\":{bytes / digests},\"managed_mb\":{GC.GetTotalMemory(forceFullCollection: true) / 1e6:F1}}}"));
    }

    private static async Task<(double Analyze, double Compose, double Text, double Html, long Bytes)> RunAsync(MadeUpRunner[] runners, int digests)
    {
        var (analyze, compose, text, html, bytes) = (0.0, 0.0, 0.0, 0.0, 0L);
        var sentences = DigestSentences.In(DigestLanguage.German, isImperial: false);
        var situation = new DigestSituation { AsOfLocal = MadeUpRunner.Week.EndsOn.AddDays(1).ToDateTime(new TimeOnly(7, 0)) };
        var links = new DigestLinks { Settings = "https://run.example/settings", Unsubscribe = "https://run.example/u/1", Fix = run => $"https://run.example/fix/{run}", Rule = rule => $"https://run.example/rules#{rule}" };
        for (var at = 0; at < digests; at++)
        {
            var (runner, log) = (runners[at % runners.Length], runners[at % runners.Length].Log());
            var clock = Stopwatch.GetTimestamp();
            var report = ComplianceAnalyzer.Analyze(log, runner.Profile, Thresholds.Default, MadeUpRunner.Week);
            analyze += Lap(ref clock);
            var digest = new DigestComposer(log, runner.Profile, Thresholds.Default, sentences).Compose(report, situation, links);
            compose += Lap(ref clock);
            _ = DigestText.Render(digest);
            text += Lap(ref clock);
            bytes += Encoding.UTF8.GetByteCount(await DigestHtml.RenderAsync(digest));
            html += Lap(ref clock);
        }

        return (analyze, compose, text, html, bytes);
    }

    private static double Lap(ref long clock)
    {
        var lap = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
        clock = Stopwatch.GetTimestamp();
        return lap;
    }
}
