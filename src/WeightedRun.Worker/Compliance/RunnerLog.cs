using WeightedRun.Analysis.Identity;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Worker.Compliance;

/// <summary>A runner's training log, and for each activity in it who told of it.</summary>
/// <param name="Log">What the analyzer reads.</param>
/// <param name="Runs">The same activities with their sources, in order of time.</param>
internal sealed record RunnerLog(TrainingLog Log, IReadOnlyList<LoggedRun> Runs);

/// <summary>One run, each field from the recording that knows it best.</summary>
/// <param name="Activity">The run, under the name of its first recording.</param>
/// <param name="Recordings">Every recording of it, the first one first.</param>
/// <param name="Links">Why they are one run.</param>
/// <param name="Attribution">What must be shown beside its figures; null when nobody asks for it.</param>
internal sealed record LoggedRun(Activity Activity, IReadOnlyList<ActivityId> Recordings, IReadOnlyList<Link> Links, string? Attribution)
{
    public static LoggedRun Of(RecordingGroup group, IReadOnlyList<RecordingRow> rows)
    {
        var activity = group.Merge().Activity;
        // The runner means the run, whichever of its recordings he spoke of, and the last word holds.
        if (rows.Where(row => row.CorrectedOutcome is not null).MaxBy(row => row.CorrectedAt) is { } corrected)
            activity = activity with { Load = StoredLoad.OfCorrection(corrected.CorrectedOutcome!, corrected.CorrectedPieces) };

        return new LoggedRun(activity, [.. rows.Select(row => row.Id)], group.Links, GarminAttribution.Of(rows));
    }
}
