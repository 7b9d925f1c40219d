using BenchmarkDotNet.Attributes;
using WeightedRun.Analysis;
using WeightedRun.Analysis.Forecasts;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Benchmarks;

/// <summary>One runner, one week, all rules: 150 activities are 180 days, 5,000 are sixteen years.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class AnalyzerBenchmark
{
    private MadeUpRunner _runner = new(1);
    private TrainingLog _log = new([]);

    /// <summary>Activities in the log.</summary>
    [Params(150, 500, 1500, 5000)]
    public int Activities { get; set; }

    /// <summary>Makes the runner.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _runner = new MadeUpRunner(Activities);
        _log = _runner.Log();
    }

    /// <summary>From the log.</summary>
    [Benchmark(Baseline = true)]
    public WeekReport Analyze() => ComplianceAnalyzer.Analyze(_log, _runner.Profile, Thresholds.Default, MadeUpRunner.Week);

    /// <summary>From the bare activities: ordering, duplicates and merging too.</summary>
    [Benchmark]
    public WeekReport LogAndAnalyze() => ComplianceAnalyzer.Analyze(_runner.Log(), _runner.Profile, Thresholds.Default, MadeUpRunner.Week);

    /// <summary>What this week and the next allow.</summary>
    [Benchmark]
    public Forecast Forecast() => WeightedRun.Analysis.Forecasts.Forecast.After(MadeUpRunner.Week.EndsOn, _log, _runner.Profile, Thresholds.Default);
}
