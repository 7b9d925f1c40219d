using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Rules;

/// <summary>
/// After weeks without weight start with less than before; after weeks without running, run first. The numbers are ours; fitness is
/// known to fall from the second week without training on (Mujika and Padilla 2000).
/// </summary>
internal sealed class LoadTooHeavyAfterABreak : IRunRule
{
    private const double FirstShare = 0.75;
    private const double SecondShare = 0.50;
    private const int EstablishedDays = 42;
    private const int RecentDays = 28;

    private static readonly (int Days, int Runs, int DaysBack) RunningBreak = (14, 4, 7);
    private static readonly (int Days, int Runs, int DaysBack) LongRunningBreak = (28, 8, 14);

    public string Code => "return.after-break";

    public void Judge(TaggedRun run, RuleContext week, ref Verdict verdict)
    {
        if (!run.IsCounted)
            return;

        if (run.HasTorso)
            JudgeLoad(run, week, ref verdict);

        if (JudgeRunning(run, week.History, ref verdict) is not { } severity)
            return;

        // What the load half lacked does not matter any more.
        verdict.Reasons = (verdict.IsFinding ? verdict.Reasons : 0) | Reasons.RunningBreak;
        (verdict.Have, verdict.Need) = (null, null);
        verdict.Conclude(verdict.Severity > severity ? verdict.Severity : severity);
    }

    private static void JudgeLoad(TaggedRun run, RuleContext week, ref Verdict verdict)
    {
        var days = week.Thresholds.BreakDays;
        if (run.Previous is not { } previous)
        {
            if (!week.IsKnownFrom(run.Day - (int)days.Third))
                verdict.Lack(Reasons.History, week.History.Log.SyncedFrom is { } from ? run.Day - from.DayNumber : 0, days.Third);

            return;
        }

        var gap = run.Day - previous.Day;
        if (gap < days.First || gap >= days.Third)
            return;

        verdict.Observe("break_days", gap);
        var established = EstablishedBy(previous, week.History);
        if (run.Session.TorsoLoad is not { } load || established is not { } before)
        {
            verdict.Lack((run.Session.TorsoLoad is null ? Reasons.Load : 0) | (established is null ? Reasons.EstablishedLoad : 0));
            return;
        }

        var limit = before.Kilograms * (gap < days.Second ? FirstShare : SecondShare);
        verdict.Observe("load_kg", load.Kilograms);
        verdict.Observe("established_load_kg", before.Kilograms);
        verdict.Limit("load_kg", limit);
        verdict.ReplacesLoadJump = true;
        verdict.Conclude(SeverityOf(load, limit, before));
        if (verdict.IsFinding)
            verdict.Reasons |= Reasons.LoadAfterBreak;
    }

    private static Severity? SeverityOf(Mass load, double limit, Mass established)
    {
        if (Tolerance.Exceeds(load.Kilograms, established.Kilograms + Epsilon.Kilograms))
            return Severity.Violation;

        return Tolerance.Exceeds(load.Kilograms, limit + Epsilon.Kilograms) ? Severity.Caution : null;
    }

    /// <summary>The second-highest load, or the only one, of the 42 days that end with the last run before the break.</summary>
    private static Mass? EstablishedBy(TaggedRun last, History history)
    {
        var counted = history.CountedBetween(last.Day - EstablishedDays + 1, last.Day);
        var loads = EstablishedLoad.Among(history, counted);
        return loads.Runs == 0 ? null : loads.Mass;
    }

    private static Severity? JudgeRunning(TaggedRun run, History history, ref Verdict verdict)
    {
        var (gap, back) = LongestGap(run, history);
        if (gap < RunningBreak.Days)
            return null;

        var needed = gap < LongRunningBreak.Days ? RunningBreak : LongRunningBreak;
        var (runsBack, daysBack) = (run.Index - back, run.Day - history.Runs[back].Day);
        if (runsBack >= needed.Runs && daysBack >= needed.DaysBack)
            return null;

        verdict.Observe("running_break_days", gap);
        verdict.Observe("runs_back", runsBack);
        verdict.Observe("days_back", daysBack);
        verdict.Limit("runs_back", needed.Runs);
        verdict.Limit("days_back", needed.DaysBack);
        return gap >= LongRunningBreak.Days && runsBack == 0 ? Severity.Violation : Severity.Caution;
    }

    /// <summary>The longest time without any run that ended in the last 28 days, the newest of equals, and the run that ended it.</summary>
    private static (int Days, int Back) LongestGap(TaggedRun run, History history)
    {
        var longest = (Days: 0, Back: 0);
        for (var i = run.Index; i > 0 && history.Runs[i].Day >= run.Day - RecentDays; i--)
        {
            var days = history.Runs[i].Day - history.Runs[i - 1].Day;
            if (days > longest.Days)
                longest = (days, i);
        }

        return longest;
    }
}
