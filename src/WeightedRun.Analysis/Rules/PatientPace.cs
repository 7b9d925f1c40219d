namespace WeightedRun.Analysis.Rules;

/// <summary>Well done: as much slower than usual as the load explains, and not much more. The article: benefits show on the runs without weight.</summary>
internal sealed class PatientPace : IRunRule
{
    private const double MostSlowdownPerPercent = 0.02;
    private const double Margin = 0.02;

    public string Code => "positive.patient-pace";

    public void Judge(TaggedRun run, RuleContext week, ref Verdict verdict)
    {
        var model = run.PaceIn(week.History);
        verdict.Outcome = model.Outcome;
        if (!model.IsJudged)
        {
            verdict.Reasons = model.Missing;
            if (model.Runs is { } runs)
                (verdict.Have, verdict.Need) = (runs, PaceModel.Needed);

            return;
        }

        var most = (MostSlowdownPerPercent * run.LoadPercent!.Value) + Margin;
        verdict.Conclude(Tolerance.Exceeds(model.Slower, model.Expected / 2) && Tolerance.Reaches(most, model.Slower) ? Severity.Positive : null);
        verdict.Observe("slower_percent", 100 * model.Slower);
        verdict.Limit("slower_percent", 100 * model.Expected / 2);
        verdict.Limit("most_slower_percent", 100 * most);
    }
}
