using WeightedRun.Analysis;

namespace WeightedRun.Worker.Digest.Sentences.English;

/// <summary>What is to be known beside the week: connections, freshness, corrections, the first and the last digest.</summary>
internal sealed partial class EnglishSentences
{
    public override string LastQuietWeek => "Three quiet weeks in a row. We will not write again until your next run; then the digest comes back by itself.";

    public override string WhyThisCame => "You get this because you asked for it and confirmed this address.";

    public override string Trouble(ConnectionTrouble trouble) => trouble.Kind == ConnectionTroubleKind.Broken
        ? $"{trouble.Provider} has sent us nothing since {DayName(trouble.On)} {Date(trouble.On)}, because the connection is broken: connect again, and what is missing is fetched."
        : $"Your {trouble.Provider} key ends on {DayName(trouble.On)} {Date(trouble.On)}. Renew it before then, and no run is missed.";

    public override string TroubleSubject(ConnectionTrouble trouble) => $"{trouble.Provider} is not connected any more";

    public override string Stale(DateTime since) => $"We could not fetch anything newer than {Moment(since)}; runs after that are not in here.";

    public override string FirstWeek(int daysKnown, IReadOnlyList<(string Rule, DateOnly From)> later)
    {
        var start = $"Your first digest. We have {(daysKnown == 1 ? "1 day" : $"{daysKnown} days")} of your history.";
        return later.Count == 0
            ? start
            : $"{start} These checks start by themselves when there is enough to compare with: {Join([.. later.Select(check => $"{RuleName(check.Rule)} from {Date(check.From)}")], "and")}.";
    }

    public override string Corrected(CorrectedWeek week)
    {
        var (before, after) = week.Change.Colour;
        var runs = string.Concat(week.Runs.Select(run => $"{DayName(run.Date)} {Date(run.Date)} now counts {(run.IsWeighted ? "as weighted" : "as a run without weight")}. "));
        var colour = before == after ? $"stays {ColourWord(after)}" : $"changes from {ColourWord(before)} to {ColourWord(after)}";
        return $"{runs}Week {NumberOf(week.Change.Week)} {colour}, weighted runs: {week.Change.WeightedSessions.After} instead of {week.Change.WeightedSessions.Before}.{Rules("New", week.Change.Appeared)}{Rules("Gone", week.Change.Gone)}";
    }

    public override string RecordedWith(string device) => $"recorded with {device}";

    public override string AsOf(DateTime asOf, DateTime? newest) =>
        $"As of {Moment(asOf)}; {(newest is { } run ? $"all runs up to {Moment(run)}" : "no run")}.";

    private string Rules(string word, IReadOnlyList<Analysis.Rules.Evaluation> findings) =>
        findings.Count == 0 ? "" : $" {word}: {string.Join(", ", findings.Select(finding => RuleName(finding.Rule)).Distinct())}.";

    private string ColourWord(WeekColour colour) => Headings[DigestTones.Of(colour)];
}
