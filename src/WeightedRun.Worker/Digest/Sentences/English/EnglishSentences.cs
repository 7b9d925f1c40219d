using WeightedRun.Analysis.Forecasts;
using WeightedRun.Analysis.Loads;

namespace WeightedRun.Worker.Digest.Sentences.English;

/// <summary>The digest in English.</summary>
internal sealed partial class EnglishSentences(DigestUnits units) : DigestSentences(units)
{
    public override string Code => "en";

    public override string ShortDay(DateOnly date) => date.ToString("ddd d", Culture);

    public override string Date(DateOnly date) => date.ToString("d MMMM", Culture);

    public override string Moment(DateTime moment) => moment.ToString("dddd d MMMM yyyy, HH:mm", Culture);

    public override string Period(DateOnly from, DateOnly until) =>
        from.Month == until.Month
            ? string.Create(Culture, $"{from.Day} to {until:d MMMM yyyy}")
            : from.Year == until.Year
                ? string.Create(Culture, $"{from:d MMMM} to {until:d MMMM yyyy}")
                : string.Create(Culture, $"{from:d MMMM yyyy} to {until:d MMMM yyyy}");

    public override string Subject(WeekSummary week) => $"Week {NumberOf(week.Week)}: " + (week.Runs == 0
        ? "a quiet week"
        : $"{(week.WeightedRuns == 0 ? "no weighted run" : week.WeightedRuns == 1 ? "1 weighted run" : $"{week.WeightedRuns} weighted runs")}{(week.Tone, week.ThingsToChange) switch
        {
            (DigestTone.Stop, 1) => ", one to stop",
            (DigestTone.Stop, var count) => $", {count} to change",
            (DigestTone.Watch, 1) => ", one to watch",
            (DigestTone.Watch, var count) => $", {count} to watch",
            _ => ", nothing to watch",
        }}");

    public override string Verdict(WeekSummary week)
    {
        if (week.Runs == 0)
            return "A quiet week. Nothing to check.";

        var count = week.WeightedRuns == 0
            ? "No weighted run this week"
            : $"{WeightedRuns(week.WeightedRuns)}, {(week.WeightedRuns <= week.Limit ? "within the limit" : $"more than the limit of {week.Limit}")}";
        return $"{count}. " + (week.Tone, week.ThingsToChange) switch
        {
            (DigestTone.Stop, 1) => "One thing to stop.",
            (DigestTone.Stop, var changes) => $"{changes} things to change.",
            (DigestTone.Watch, 1) => "One thing to watch.",
            (DigestTone.Watch, var changes) => $"{changes} things to watch.",
            _ => "Nothing to watch.",
        };
    }

    public override string Preheader(Allowance next) => next.EarliestDay is not { } earliest
        ? "Next week: no weighted run yet."
        : $"Next week: {WeightedRuns(next.SessionsLeft).ToLowerInvariant()} at most{(next.HighestLoad is { } highest ? $", up to {Units.Mass(highest)}" : "")}, from {DayName(earliest)}.";

    public override string NextWeek(Allowance week)
    {
        if (week.EarliestDay is not { } earliest)
            return $"No weighted run yet{(week.HeldBackBy.Count > 0 ? $" ({string.Join(", ", week.HeldBackBy.Select(RuleName))})" : "")}.";

        var runs = week.RecommendedSessions > 0 && week.RecommendedSessions < week.SessionsLeft
            ? $"{WeightedRuns(week.RecommendedSessions)}, {week.SessionsLeft} at most"
            : $"{WeightedRuns(week.SessionsLeft)} at most";
        var load = week.HighestLoad is { } highest ? $" Up to {Units.Mass(highest)}." : "";
        var distance = week.LongestDistance is { } longest ? $" Up to {Units.Distance(longest)} each." : "";
        return $"{runs}, with a day off between: {string.Join(", ", week.Days.Select(DayName))} would do, none before {DayName(earliest)}.{load}{distance}";
    }

    public override string SessionsOf(string sessions, int limit) => $"{sessions} of {limit}";

    public override string MoreFindings(int count) => $"And {count} more in the full report.";

    public override string MoreRuns(int count) => $"And {count} more runs.";

    public override string TheSameOn(IReadOnlyList<DateOnly> dates) => $"The same on {Join([.. dates.Select(DayName)], "and")}.";

    public override string Question(DigestQuestionKind kind, string run, DateOnly date) => kind switch
    {
        DigestQuestionKind.Weighted => $"Was {run} on {DayName(date)} {Date(date)} done with weight?",
        DigestQuestionKind.ReallyWeighted => $"{run} on {DayName(date)} {Date(date)} was quicker and easier than your runs without weight. Was it really done with weight?",
        _ => $"How much did you carry on {DayName(date)} {Date(date)}, {run}?",
    };

    public override string Load(CarriedLoad? load) => load is null ? "no weight" : (load.IsSuspected ? "not counted, perhaps " : "") +
        string.Join(" + ", load.Pieces.Select(piece => $"{Equipment(piece.Kind)}{(piece.Mass is { } mass ? " " + Units.Mass(mass) : ", load not known")}"));

    private static string WeightedRuns(int count) => count switch
    {
        0 => "No weighted run",
        1 => "One weighted run",
        2 => "Two weighted runs",
        3 => "Three weighted runs",
        _ => $"{count} weighted runs",
    };
}
