using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Questions;

/// <summary>
/// Asks about runs whose speed per heartbeat does not fit their tag. Below some 6 to 8 % of body mass a load cannot be told from a bad day
/// (Lamberts 2004), and even a hit is right less than half of the time: heat, hills, illness and new watches look alike. So it asks, and never flags.
/// </summary>
public static class WeightQuestions
{
    private const double ReallyPercent = 5;

    // Every "no" makes it harder to ask again.
    private const double FirstSurprise = -2;
    private const double LaterSurprise = -3;
    private const int LaterAfter = 2;
    private const int SilentAfter = 3;

    /// <summary>The questions about a week, the surest first.</summary>
    /// <param name="log">The runner's log.</param>
    /// <param name="profile">What the runner told of themselves.</param>
    /// <param name="week">The week.</param>
    /// <param name="refusals">How many such questions in a row the runner has answered with no: from two on only clearer cases are asked, from three on none.</param>
    public static IReadOnlyList<WeightQuestion> About(TrainingLog log, RunnerProfile profile, Week week, int refusals = 0)
    {
        var history = new History(log, profile, Thresholds.Default);
        var context = new RuleContext(history, week);
        var questions = new List<WeightQuestion>();
        for (var i = context.Runs.From; refusals < SilentAfter && i < context.Runs.To; i++)
        {
            if (Efficiency.Of(i, history) is { } efficiency && efficiency.LooksWeighted(refusals < LaterAfter ? FirstSurprise : LaterSurprise))
                questions.Add(Question(WeightQuestion.WasItWeighted, history.Runs[i], 100 * efficiency.Change, history));
        }

        foreach (var run in context.CountedRuns)
        {
            if (ChangeAgainstUsual(run, history) is { } change && Tolerance.Exceeds(change, ReallyPercent))
                questions.Add(Question(WeightQuestion.WasItReallyWeighted, run.Session, change, history));
        }

        return [.. questions.OrderByDescending(question => Math.Abs(question.EfficiencyChangePercent))];
    }

    /// <summary>Percent more speed per heartbeat than without weight; null unless the run was both faster and easier.</summary>
    private static double? ChangeAgainstUsual(TaggedRun run, History history)
    {
        var pace = run.PaceIn(history);
        if (!pace.IsJudged || pace.Slower >= 0 || run.Session.Whole.AverageHeartRateBpm is not { } rate || pace.UsualHeartRate() is not { } usual || rate >= usual)
            return null;

        return 100 * ((usual / rate / (1 + pace.Slower)) - 1);
    }

    private static WeightQuestion Question(string code, Session run, double change, History history) => new()
    {
        Code = code,
        Activity = run.Id,
        Date = run.Date,
        EfficiencyChangePercent = change,
        AlikeRuns = history.Tagged.Count(tagged => tagged.Day < run.Day && tagged.Session.Date.DayOfWeek == run.Date.DayOfWeek
            && Math.Abs(tagged.Session.StartLocal.Hour - run.StartLocal.Hour) <= 1),
    };
}
