using BenchmarkDotNet.Running;
using WeightedRun.Benchmarks;

switch (args)
{
    case ["generate", var activities, var file]:
        StravaExportGenerator.Write(file, int.Parse(activities, System.Globalization.CultureInfo.InvariantCulture));
        break;
    case ["fit", var folder, var rounds]:
        FitDecoding.Measure(folder, int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture));
        break;
    case ["identity", var recordings]:
        GroupingRecordings.Measure(int.Parse(recordings, System.Globalization.CultureInfo.InvariantCulture));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(FitDecodingBenchmark).Assembly).Run(args);
        break;
}
