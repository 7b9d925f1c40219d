using BenchmarkDotNet.Attributes;
using WeightedRun.Files;
using WeightedRun.Files.Fit;
using WeightedRun.Files.Tests.Fit;

namespace WeightedRun.Benchmarks;

/// <summary>One made-up recording: what an hour of records costs, and that ten times as many allocate nothing more.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class FitDecodingBenchmark
{
    private byte[] _file = [];

    /// <summary>Records in the file.</summary>
    [Params(360, 3600, 36000)]
    public int Records { get; set; }

    /// <summary>Makes the recording.</summary>
    [GlobalSetup]
    public void Setup() => _file = FitFixtures.Run(records: Records);

    /// <summary>Decodes it.</summary>
    [Benchmark]
    public IReadOnlyList<ReadResult> Decode() => FitReader.Read(new MemoryStream(_file), "a.fit");
}
