using System.Diagnostics;
using System.Globalization;
using WeightedRun.Analysis.Identity;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Benchmarks;

/// <summary>
/// One run, once: a run on most days, each known to the watch's file, to Garmin and to Strava. Prints, as JSON, the processor time of grouping
/// logs that double in length (the median of seven), because wall time says more about a machine's other work than about growth.
/// </summary>
internal static class GroupingRecordings
{
    private static readonly RecordingSource[] Sources = [RecordingSource.Fit, RecordingSource.GarminPersonal, RecordingSource.Strava];

    public static void Measure(int most)
    {
        var sizes = new[] { most / 8, most / 8, most / 4, most / 2, most };
        foreach (var (i, size) in sizes.Index())
        {
            List<Recording> log = [.. Enumerable.Range(0, size).Select(n => Recorded(n / Sources.Length, Sources[n % Sources.Length]))];
            List<double> times = [.. Enumerable.Range(0, 7).Select(_ => ProcessorTimeOf(() => RunIdentity.Group(log))).Order()];
            // The first round is the compiler's.
            if (i > 0)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"recordings\":{size},\"processor_ms\":{times[3]:F0},\"us_each\":{1000 * times[3] / size:F1}}}"));
        }
    }

    private static double ProcessorTimeOf(Action work)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds;
    }

    private static Recording Recorded(int run, RecordingSource source)
    {
        var time = TimeSpan.FromSeconds(1800 + (run * 7919L % 3600));
        return new Recording
        {
            Source = source,
            ExternalIds = source == RecordingSource.Strava && run % 2 == 0 ? [$"garmin_push_{run}"] : [$"garmin:{run}"],
            TimerTime = time,
            Activity = new Analysis.Runs.Activity
            {
                Id = new ActivityId($"{source}:{run}"),
                StartLocal = new DateTime(1990, 1, 1).AddDays(run * 1.1).AddSeconds(run * 104729L % 36000),
                UtcOffset = TimeSpan.FromHours(1),
                Sport = Sport.Run,
                Distance = Distance.FromMeters(5000 + (run * 6007L % 9000)),
                MovingTime = time,
                ElapsedTime = time,
            },
        };
    }
}
