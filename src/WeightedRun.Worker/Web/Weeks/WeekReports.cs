using System.Globalization;
using WeightedRun.Analysis;
using WeightedRun.Analysis.Forecasts;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Digest;
using WeightedRun.Worker.Digest.Sending;
using WeightedRun.Worker.Web.Frame;
using WeightedRun.Worker.Web.Runs;

namespace WeightedRun.Worker.Web.Weeks;

/// <summary>A week as the digest would tell it, and what may come next. All weeks that the retention has left can be read.</summary>
internal sealed class WeekReports(RunnerRuns runs, Recipients recipients, TimeProvider time)
{
    // Every link of the report leads to the run's own page: whoever reads it here is signed in.
    private static readonly DigestLinks Links = new()
    {
        Rule = DigestLinks.PlaceOf,
        Fix = PageOf,
        Answer = (_, run) => new AnswerLinks { Yes = PageOf(run), No = PageOf(run), Tell = PageOf(run) },
    };

    /// <summary>Null when the label is no week, or one of which nothing is known.</summary>
    public async Task<WeekView?> ReadAsync(Visitor visitor, string? label, CancellationToken cancellation)
    {
        var known = await runs.ReadAsync(visitor, cancellation);
        var recipient = (await recipients.FindAsync(visitor.RunnerId, cancellation))!;
        var (log, profile) = (known.Log, recipient.Profile);
        var today = runs.TodayOf(visitor);
        var current = Week.Containing(today, profile.WeekStartsOn);
        var first = Week.Containing(log.SyncedFrom is { } from && from < today ? from : today, profile.WeekStartsOn);
        var week = current;
        if (label is not null && (!Week.TryParse(label, profile.WeekStartsOn, out week) || week.StartsOn < first.StartsOn || week.StartsOn > current.StartsOn))
            return null;

        var allowed = week == current ? AllowedAfter(today, log, profile) : [];
        var situation = new DigestSituation
        {
            AsOfLocal = visitor.LocalTime(time.GetUtcNow()),
            // What is wrong with the connections stands on top of every page.
            Origins = known.Runs.ToDictionary(run => run.Activity.Id, DigestWriter.OriginOf),
            NextWeek = Array.Find(allowed, allowance => allowance.Week == current.AddWeeks(1)),
        };
        var digest = new DigestComposer(log, profile, Thresholds.Default, recipient.Sentences).Compose(ComplianceAnalyzer.Analyze(log, profile, Thresholds.Default, week), situation, Links);
        return new WeekView(
            digest,
            week == current,
            [.. allowed.Select(allowance => Of(HeadingOf(allowance.Week, current), allowance, visitor))],
            week.StartsOn <= first.StartsOn ? null : new PageLink($"week/{week.AddWeeks(-1).Label}", "The week before"),
            week == current ? null : new PageLink($"week/{week.AddWeeks(1).Label}", "The week after"));
    }

    private static string PageOf(ActivityId run) => $"runs/one?id={Uri.EscapeDataString(run.Value)}";

    /// <summary>Two weeks, worked out once for the table and for the report's own sentence.</summary>
    private static Allowance[] AllowedAfter(DateOnly today, TrainingLog log, RunnerProfile profile)
    {
        // Today is over for the rules once the runner has run; on the week's last day the next one is then the first.
        var ranToday = log.Sessions.Count > 0 && log.Sessions[^1].Date >= today;
        var forecast = Forecast.After(ranToday ? today : today.AddDays(-1), log, profile, Thresholds.Default);
        return [forecast.ThisWeek, forecast.NextWeek];
    }

    private static string HeadingOf(Week week, Week current) => week == current ? "The rest of this week" : week == current.AddWeeks(1) ? "Next week" : "The week after";

    private static ForecastView Of(string heading, Allowance allowance, Visitor visitor) => new(
        heading,
        allowance.SessionsLeft == 0 ? "None" : string.Create(CultureInfo.InvariantCulture, $"{allowance.RecommendedSessions} recommended, {allowance.SessionsLeft} at most"),
        string.Join(", ", allowance.Days.Select(day => day.ToString("dddd d", CultureInfo.InvariantCulture))),
        allowance.HighestLoad is { } load && allowance.SessionsLeft > 0 ? visitor.DigestUnits.Mass(load) : null,
        allowance.LongestDistance is { } distance && allowance.SessionsLeft > 0 ? visitor.DigestUnits.Distance(distance) : null,
        string.Join(", ", allowance.HeldBackBy));
}
