namespace WeightedRun.Analysis.Rules;

/// <summary>The rules in the order in which they are asked and reported: equipment, load, distance, effort, frequency, volume, praise.</summary>
public static class RuleBook
{
    internal static readonly IRule BeginnerRamp = new LoadTooHeavyForABeginner();
    internal static readonly IRule BodyWeight = new LoadHeavyForTheBody();
    internal static readonly IRule AfterBreak = new LoadTooHeavyAfterABreak();
    internal static readonly IRule LoadJump = new LoadTooFarAboveTheUsual();
    internal static readonly IRule Spike = new RunFarBeyondRecentRuns();
    internal static readonly IRule Longer = new RunLongerThanUsual();
    internal static readonly IRule WeeklyLimit = new TooManyWeightedRunsInAWeek();
    internal static readonly IRule Spacing = new NoDayOffBetweenWeightedRuns();
    internal static readonly IRule RollingLimit = new TooManyWeightedRunsInSevenDays();
    internal static readonly IRule WeeklyRecommended = new TooManyWeightedDaysInAWeek();

    /// <summary>What may be held against a week; praise looks at the outcome of these.</summary>
    private static readonly IRule[] Checks =
    [
        new AnkleWeightsOnARun(),
        new DumbbellsOnARun(),
        new WristWeightsTooHeavy(),
        BodyWeight,
        BeginnerRamp,
        AfterBreak,
        LoadJump,
        Spike,
        Longer,
        new RacingTheWeight(),
        new PatientPace(),
        new HeartRateTooHigh(),
        WeeklyLimit,
        Spacing,
        RollingLimit,
        WeeklyRecommended,
        new TwoWeightedRunsOnOneDay(),
        new LoadDistanceJump(),
    ];

    private static readonly IRule[] Praise = [new WellSpacedWeek(), new CompliantStreak(), new UnweightedBenefit()];

    /// <summary>Every rule's stable code, in order.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Checks.Concat(Praise).Select(rule => rule.Code)];

    internal static bool IsPraise(IRule rule) => rule is PatientPace || Array.IndexOf(Praise, rule) >= 0;

    /// <summary>Everything there is to say about a week.</summary>
    internal static void Judge(RuleContext week, Verdicts verdicts)
    {
        JudgeGravely(week, verdicts);
        foreach (var rule in Praise)
            Ask(rule, week, verdicts);
    }

    /// <summary>What may be held against a week, and what of that another rule already says.</summary>
    internal static void JudgeGravely(RuleContext week, Verdicts verdicts)
    {
        verdicts.Clear();
        foreach (var rule in Checks)
            Ask(rule, week, verdicts);

        Suppression.Apply(verdicts);
    }

    private static void Ask(IRule rule, RuleContext week, Verdicts verdicts)
    {
        var before = verdicts.All.Length;
        try
        {
            rule.Judge(week, verdicts);
        }
        // One broken rule must not cost the runner the others: it becomes a finding about itself.
        catch (Exception)
        {
            verdicts.Replace(before, rule);
        }
    }
}
