using System.Globalization;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Compliance;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Runs;

/// <summary>Runs by week, eight weeks a page.</summary>
internal static class RunList
{
    private const int WeeksPerPage = 8;
    private const int MostQuestions = 5;

    public static RunsView Of(IReadOnlyList<LoggedRun> all, Visitor visitor, int page)
    {
        var runs = all.Where(run => run.Activity.Sport.IsRun()).Reverse().ToList();
        var words = new RunWords(visitor.DigestUnits);
        var weeks = runs.GroupBy(run => Week.Containing(DateOnly.FromDateTime(run.Activity.StartLocal), (DayOfWeek)visitor.WeekStartsOn)).ToList();
        var shown = Math.Clamp(page, 0, Math.Max(0, (weeks.Count - 1) / WeeksPerPage));
        return new RunsView(
            [.. runs.Where(run => run.Activity.Load is { IsSuspected: true }).Take(MostQuestions).Select(run => QuestionOf(run, words))],
            [.. weeks.Skip(shown * WeeksPerPage).Take(WeeksPerPage).Select(week => WeekOf(week.Key, [.. week], words))],
            shown == 0 ? null : new PageLink(FormattableString.Invariant($"runs?page={shown - 1}"), "Newer"),
            (shown + 1) * WeeksPerPage >= weeks.Count ? null : new PageLink(FormattableString.Invariant($"runs?page={shown + 1}"), "Older"),
            runs.Count == 0 ? "No run is here yet. Connect an account, or upload files." : null);
    }

    private static QuestionView QuestionOf(LoggedRun run, RunWords words) =>
        new(run.Recordings[0].Value, RunWords.Day(run.Activity), RunWords.Title(run.Activity), RunWords.Evidence(run.Activity.Load), words.Load(run.Activity.Load));

    private static RunWeekView WeekOf(Week week, IReadOnlyList<LoggedRun> runs, RunWords words)
    {
        var weighted = runs.Count(run => run.Activity.Load is { IsSuspected: false });
        return new RunWeekView(
            week.Label,
            RunWords.English.Period(week.StartsOn, week.EndsOn),
            string.Create(CultureInfo.InvariantCulture, $"{runs.Count} {(runs.Count == 1 ? "run" : "runs")}, {(weighted == 0 ? "none" : weighted)} with weight"),
            [.. runs.Select(words.Row)]);
    }
}
