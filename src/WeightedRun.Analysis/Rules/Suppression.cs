using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Rules;

/// <summary>A finding that another one already says is kept but not mailed, and not counted for the week's colour.</summary>
internal static class Suppression
{
    public static void Apply(Verdicts verdicts)
    {
        foreach (ref var verdict in verdicts.All)
        {
            if (verdict.IsFinding && By(verdict, verdicts) is { } rule)
                verdict.SuppressedBy = rule;
        }

        foreach (ref var verdict in verdicts.All)
        {
            if (verdict.SuppressedBy is not null)
                verdict.Outcome = Outcome.Suppressed;
        }
    }

    private static IRule? By(in Verdict verdict, Verdicts all)
    {
        if (verdict.Rule == RuleBook.WeeklyRecommended)
            return all.Finds(RuleBook.WeeklyLimit) ? RuleBook.WeeklyLimit : null;

        if (verdict.Rule == RuleBook.RollingLimit)
            return ByWhoeverSaysTheSurplus(verdict, all);

        var run = verdict.Subject.Run;
        if (verdict.Rule == RuleBook.Longer)
            return Find(all, RuleBook.Spike, run) is { IsFinding: true } ? RuleBook.Spike : null;

        if (verdict.Rule == RuleBook.LoadJump)
            return Find(all, RuleBook.AfterBreak, run) is { ReplacesLoadJump: true } ? RuleBook.AfterBreak : null;

        if (verdict.Rule == RuleBook.BodyWeight && verdict.Severity == Severity.Info)
            return Find(all, RuleBook.BeginnerRamp, run) is { IsFinding: true, Severity: Severity.Violation } ? RuleBook.BeginnerRamp : null;

        return null;
    }

    private static Verdict Find(Verdicts all, IRule rule, Session? run)
    {
        foreach (ref readonly var verdict in all.All)
        {
            if (verdict.Rule == rule && verdict.Subject.Run == run && run is not null)
                return verdict;
        }

        return default;
    }

    /// <summary>The surplus of seven days: their runs after the third, or after whatever number is the limit.</summary>
    private static IRule? ByWhoeverSaysTheSurplus(in Verdict window, Verdicts all)
    {
        var surplus = (From: window.Counted.From + (int)window.Limits[0].Value, window.Counted.To);
        foreach (ref readonly var verdict in all.All)
        {
            if (verdict.Rule == RuleBook.WeeklyLimit && verdict.IsFinding && surplus.From >= verdict.Counted.From)
                return RuleBook.WeeklyLimit;
        }

        for (var i = surplus.From; i < surplus.To; i++)
        {
            if (!IsInALongStreak(i, all))
                return null;
        }

        return RuleBook.Spacing;
    }

    private static bool IsInALongStreak(int ordinal, Verdicts all)
    {
        foreach (ref readonly var verdict in all.All)
        {
            if (verdict is { IsFinding: true, Severity: Severity.Violation } && verdict.Rule == RuleBook.Spacing && ordinal >= verdict.Counted.From && ordinal < verdict.Counted.To)
                return true;
        }

        return false;
    }
}
