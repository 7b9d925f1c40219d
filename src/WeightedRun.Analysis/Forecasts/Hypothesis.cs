using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Forecasts;

/// <summary>Judges planned runs by the rule book, as if they had been done.</summary>
internal sealed class Hypothesis(TrainingLog log, RunnerProfile profile, Thresholds thresholds, DateOnly firstFreeDay)
{
    private readonly History _known = new(log, profile, thresholds);
    private readonly Verdicts _verdicts = new();

    public RunnerProfile Profile => _known.Profile;

    public Thresholds Thresholds => _known.Thresholds;

    /// <summary>Distinct dates of this week on which a weighted run was done already.</summary>
    public int DaysDoneIn(Week week)
    {
        var context = new RuleContext(_known, week);
        return _known.DaysIn(context.Counted);
    }

    /// <summary>Whether the plan draws no caution and no violation, and no note on its distances: the usual distance is a ceiling.</summary>
    public bool Holds(IReadOnlyList<PlannedRun> plan) => Objections(plan).Count == 0;

    /// <summary>The codes of the rules that would object to a planned run.</summary>
    public IReadOnlyList<string> Objections(IReadOnlyList<PlannedRun> plan)
    {
        var history = _known.FollowedBy([.. plan.Select(Done)]);
        var objections = new List<string>();
        foreach (var week in plan.Select(run => Week.Containing(run.Day, Profile.WeekStartsOn)).Distinct())
        {
            RuleBook.JudgeGravely(new RuleContext(history, week, wantsNotes: false), _verdicts);
            foreach (ref readonly var verdict in _verdicts.All)
            {
                if (IsObjection(verdict) && IsAboutThePlan(verdict, history))
                    objections.Add(verdict.Rule.Code);
            }
        }

        return objections;
    }

    private static bool IsObjection(in Verdict verdict)
    {
        if (verdict.Outcome is not (Outcome.Finding or Outcome.Suppressed))
            return false;

        var isAboutDistance = verdict.Rule == RuleBook.Spike || verdict.Rule == RuleBook.Longer || (verdict.Reasons & Reasons.Distance) != 0;
        return verdict.Severity >= (isAboutDistance ? Severity.Info : Severity.Caution);
    }

    private bool IsAboutThePlan(in Verdict verdict, History history)
    {
        var last = verdict.Subject.Run?.Day ?? (verdict.Counted.To > verdict.Counted.From ? history.Counted[verdict.Counted.To - 1].Day : 0);
        return last >= firstFreeDay.DayNumber;
    }

    private static Activity Done(PlannedRun run, int number) => new()
    {
        Id = new ActivityId($"planned:{number}"),
        StartLocal = run.Day.ToDateTime(new TimeOnly(12, 0)),
        Sport = Sport.Run,
        Distance = run.Distance,
        Load = new CarriedLoad { Source = LoadSource.Runner, Pieces = [new CarriedPiece(EquipmentKind.Vest, run.Load)] },
    };
}
