using WeightedRun.Analysis.Runs;

namespace WeightedRun.Worker.Digest;

/// <summary>How long nobody has run.</summary>
internal static class QuietWeeks
{
    /// <summary>The number of the quiet week that is told to be the last one mailed.</summary>
    public const int Last = 3;

    /// <summary>How many weeks without any run end with this one, counted as far as it matters and the log reaches.</summary>
    public static int EndingWith(Week week, TrainingLog log)
    {
        var quiet = 0;
        while (quiet <= Last && log.SyncedFrom is { } from && week.AddWeeks(-quiet).EndsOn >= from && log.In(week.AddWeeks(-quiet)).Count == 0)
            quiet++;

        return quiet;
    }
}
