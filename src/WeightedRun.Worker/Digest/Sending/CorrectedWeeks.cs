using WeightedRun.Analysis;
using WeightedRun.Analysis.Corrections;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Compliance;

namespace WeightedRun.Worker.Digest.Sending;

/// <summary>Weeks reported earlier that the runner's own words have changed since: judged once as they were told, once as they are.</summary>
internal static class CorrectedWeeks
{
    public static IReadOnlyList<CorrectedWeek> Of(RunnerLog log, RunnerProfile profile, Week reported, IReadOnlyList<CorrectionRow> corrections)
    {
        var said = corrections.ToDictionary(correction => new ActivityId(correction.ActivityRef));
        var changed = log.Runs
            .Select(run => (run.Activity, Said: run.Recordings.Select(recording => said.GetValueOrDefault(recording)).FirstOrDefault(correction => correction is not null)))
            .Where(run => run.Said is not null && DateOnly.FromDateTime(run.Activity.StartLocal) < reported.StartsOn)
            .ToDictionary(run => run.Activity.Id, run => run.Said!);
        if (changed.Count == 0)
            return [];

        var before = new TrainingLog(log.Log.Activities.Select(activity => changed.GetValueOrDefault(activity.Id) is { } word ? activity with { Load = LoadBefore(word) } : activity), log.Log.SyncedFrom, log.Log.SyncedUntil);
        var weeks = log.Log.Activities.Where(activity => changed.ContainsKey(activity.Id)).GroupBy(activity => Week.Containing(DateOnly.FromDateTime(activity.StartLocal), profile.WeekStartsOn));
        return
        [
            .. from week in weeks
               orderby week.Key.StartsOn
               let change = WeekCorrection.Between(Analyze(before, profile, week.Key), Analyze(log.Log, profile, week.Key))
               where change is not null
               select new CorrectedWeek(change, [.. week.Select(run => new RetaggedRun(DateOnly.FromDateTime(run.StartLocal), run.Load is { IsSuspected: false }))]),
        ];
    }

    private static WeekReport Analyze(TrainingLog log, RunnerProfile profile, Week week) => ComplianceAnalyzer.Analyze(log, profile, Thresholds.Default, week);

    private static Analysis.Loads.CarriedLoad? LoadBefore(CorrectionRow word) => StoredLoad.OfTag(word.PreviousOutcome, "title", word.PreviousPieces, null);
}
