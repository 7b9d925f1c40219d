using BenchmarkDotNet.Attributes;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Benchmarks;

/// <summary>What tagging a title costs: one without any cue, as most are, and one full of them.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class TaggingBenchmark
{
    private TaggerInput _input = new() { Sport = Sport.Run };

    /// <summary>The title.</summary>
    [Params("Morning Run", "Zone 2 around the lake, 142 bpm", "10 kg Gewichtsweste, 5 km locker", "Easy run without my 20 lb vest, then ankle weights 2x1 kg")]
    public string Title { get; set; } = "";

    /// <summary>Reads the lexicon, once.</summary>
    [GlobalSetup]
    public void Setup() => _input = new TaggerInput { Sport = Sport.Run, Title = Title };

    /// <summary>Tags it.</summary>
    [Benchmark]
    public TagDecision Decide() => LoadTagger.Decide(_input);
}
