using BenchmarkDotNet.Running;
using WeightedRun.Benchmarks;

switch (args)
{
    case ["generate", var activities, var file]:
        StravaExportGenerator.Write(file, Number(activities));
        break;
    case ["fit", var folder, var rounds]:
        FitDecoding.Measure(folder, Number(rounds));
        break;
    case ["webhook", var perSecond, var seconds]:
        await WebhookScenario.MeasureAsync(Number(perSecond), Number(seconds));
        break;
    case ["store", var activities]:
        await StoreScenario.MeasureAsync(Number(activities));
        break;
    case ["jobs", var jobs]:
        await JobsScenario.MeasureAsync(Number(jobs));
        break;
    case ["runners", var weeks]:
        AnalyzingManyRunners.Measure(int.Parse(weeks, System.Globalization.CultureInfo.InvariantCulture));
        break;
    case ["tag", var titles, var rounds]:
        TaggingSpeed.Measure(titles, int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture));
        break;
    case ["identity", var recordings]:
        GroupingRecordings.Measure(int.Parse(recordings, System.Globalization.CultureInfo.InvariantCulture));
        break;
    case ["digests", var runners]:
        await DigestScenario.MeasureAsync(Number(runners));
        break;
    case ["machines", var runners, var latency]:
        await MachinesScenario.MeasureAsync(Number(runners), Number(latency));
        break;
    case ["compose", var digests]:
        await ComposingDigests.MeasureAsync(Number(digests));
        break;
    case ["log"]:
        await ReadingLogs.MeasureAsync();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(FitDecodingBenchmark).Assembly).Run(args);
        break;
}

static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
