using System.Diagnostics;
using System.Globalization;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Benchmarks;

/// <summary>Tags the lines of a file as titles, round after round, and prints titles per second of one core's time and bytes allocated per title as JSON.</summary>
internal static class TaggingSpeed
{
    private const int TitlesPerRound = 200_000;

    public static void Measure(string file, int rounds)
    {
        TaggerInput[] inputs = [.. File.ReadLines(file).Where(title => title.Length > 0).Select(title => new TaggerInput { Sport = Sport.Run, Title = title })];
        var loading = Processor();
        _ = LoadTagger.LexiconVersion;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"lexicon_ms\":{Processor() - loading:0}}}"));
        for (var round = 0; round < rounds; round++)
        {
            var start = Processor();
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var weighted = 0;
            for (var i = 0; i < TitlesPerRound; i++)
                weighted += LoadTagger.Decide(inputs[i % inputs.Length]).Outcome == TagOutcome.Weighted ? 1 : 0;

            var milliseconds = Processor() - start;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{{\"titles_per_s\":{TitlesPerRound / milliseconds * 1000:0},\"bytes_per_title\":{(GC.GetAllocatedBytesForCurrentThread() - allocated) / TitlesPerRound},\"weighted\":{weighted}}}"));
        }
    }

    // The processor's time, not the wall's: another process on the machine does not make the tagger slower.
    private static double Processor() => Process.GetCurrentProcess().UserProcessorTime.TotalMilliseconds;
}
