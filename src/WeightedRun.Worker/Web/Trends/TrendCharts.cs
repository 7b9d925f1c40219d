using System.Globalization;
using WeightedRun.Analysis;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Digest;
using WeightedRun.Worker.Web.Runs;

namespace WeightedRun.Worker.Web.Trends;

/// <summary>Three pictures of a log: load-distance a week, load a session against the runner's own band, pace with weight and without.</summary>
internal sealed class TrendCharts(TrainingLog log, RunnerProfile profile, DigestUnits units, DateOnly from, DateOnly until)
{
    private const int Weeks = 26;
    private const double BarShare = 5;

    public static TrendsView Of(TrainingLog log, RunnerProfile profile, DigestUnits units, DateOnly today)
    {
        var last = Week.Containing(today, profile.WeekStartsOn);
        var charts = new TrendCharts(log, profile, units, last.AddWeeks(1 - Weeks).StartsOn, last.EndsOn);
        return new TrendsView([.. new[] { charts.LoadDistance(last), charts.Loads(), charts.Paces() }.OfType<ChartView>()]);
    }

    private ChartView? LoadDistance(Week last)
    {
        var weeks = Enumerable.Range(0, Weeks).Select(back => last.AddWeeks(-back)).Reverse().Where(week => log.SyncedFrom <= week.EndsOn)
            .Select(week => (Week: week, Report: ComplianceAnalyzer.Analyze(log, profile, Thresholds.Default, week))).ToList();
        var known = weeks.Where(week => week.Report.LoadKgKm > 0).ToList();
        if (known.Count == 0)
            return null;

        var scale = new Scale(from, until, [.. known.Select(week => Shown(week.Report.LoadKgKm!.Value))], startsAtZero: true);
        return Chart(
            "Load x distance a week", units.IsImperial ? "lb mi" : "kg km",
            $"{known.Count} of {weeks.Count} weeks had weighted runs; the most was {units.LoadDistance(known.Max(week => week.Report.LoadKgKm!.Value))}.",
            "", scale, [.. known.Select(week => new MarkView(MarkShape.Bar, scale.X(week.Week.StartsOn), scale.Y(Shown(week.Report.LoadKgKm!.Value)), scale.X(week.Week.StartsOn.AddDays((int)BarShare)) - scale.X(week.Week.StartsOn)))],
            ["Week", "Weighted runs", "Load x distance"],
            [.. weeks.Select(week => Row(RunWords.English.Period(week.Week.StartsOn, week.Week.EndsOn), Number(week.Report.WeightedSessions), week.Report.LoadKgKm is { } load ? units.LoadDistance(load) : "not known"))]);
    }

    private ChartView? Loads()
    {
        var sessions = log.Between(from, until).Where(session => session is { IsTagged: true, TorsoLoad: not null }).ToList();
        if (sessions.Count == 0)
            return null;

        var (low, high) = profile.BodyMassOn(until) is { Mass.Kilograms: var body }
            ? (Mass.FromKilograms(body * Thresholds.Default.BodyPercent.First / 100), Mass.FromKilograms(body * Thresholds.Default.BodyPercent.Second / 100))
            : ((Mass?)null, (Mass?)null);
        var scale = new Scale(from, until, [.. sessions.Select(session => Shown(session.TorsoLoad!.Value)), .. new[] { low, high }.OfType<Mass>().Select(Shown)], startsAtZero: true);
        return Chart(
            "Load of each run", units.IsImperial ? "lb" : "kg",
            $"{sessions.Count} runs with a known load; the heaviest was {units.Mass(sessions.Max(session => session.TorsoLoad!.Value))}.",
            low is { } ten && high is { } fifteen ? $"The band is 10 to 15 % of your weight, {units.Mass(ten)} to {units.Mass(fifteen)}: inside it being slower is normal, above it is caution." : "Tell your weight under Settings, and your own band is drawn here.",
            scale, [.. sessions.Select(session => new MarkView(MarkShape.Dot, scale.X(session.Date), scale.Y(Shown(session.TorsoLoad!.Value)), 4))],
            ["Day", "Load"], [.. sessions.Select(session => Row(Day(session), units.Mass(session.TorsoLoad!.Value)))]) with
        {
            Band = low is { } bottom && high is { } top ? (scale.Y(Shown(top)), scale.Y(Shown(bottom))) : null,
        };
    }

    private ChartView? Paces()
    {
        var sessions = log.Between(from, until).Where(session => session is { FlatPace: not null, IsSuspected: false } && (session.IsTagged || session.IsClean)).ToList();
        if (sessions.Count == 0)
            return null;

        // A longer time is a slower run: drawn downwards, as runners expect.
        var scale = new Scale(from, until, [.. sessions.Select(session => -Minutes(session))], startsAtZero: false);
        var weighted = sessions.Where(session => session.IsTagged).ToList();
        return Chart(
            "Pace with weight and without", units.IsImperial ? "min/mi" : "min/km",
            $"{weighted.Count} runs with weight, {sessions.Count - weighted.Count} without, as if on level ground.",
            "Dots are runs with weight, rings runs without. With weight the dots belong below the rings: slower is right.",
            scale, [.. sessions.Select(session => new MarkView(session.IsTagged ? MarkShape.Dot : MarkShape.Ring, scale.X(session.Date), scale.Y(-Minutes(session)), 4))],
            ["Day", "Weight", "Pace"], [.. sessions.Select(session => Row(Day(session), session.IsTagged ? "with" : "without", units.Pace(session.FlatPace!.Value)))]);
    }

    private ChartView Chart(string heading, string unit, string summary, string legend, Scale scale, IReadOnlyList<MarkView> marks, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows) => new()
    {
        Heading = heading,
        AxisUnit = unit,
        Summary = summary,
        Legend = legend,
        Marks = marks,
        Ticks = [.. scale.Ticks.Select(value => (scale.Y(value), value < 0 ? Clock(-value) : Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture)))],
        FirstDay = from.ToString("d MMM", CultureInfo.InvariantCulture),
        LastDay = until.ToString("d MMM", CultureInfo.InvariantCulture),
        Columns = columns,
        Rows = rows,
    };

    private double Shown(double kilogramKilometers) => units.IsImperial ? kilogramKilometers / Mass.KilogramsPerPound / 1.609344 : kilogramKilometers;

    private double Shown(Mass mass) => units.IsImperial ? mass.Pounds : mass.Kilograms;

    private double Minutes(Session session) => (units.IsImperial ? session.FlatPace!.Value.SecondsPerMile : session.FlatPace!.Value.SecondsPerKilometer) / 60;

    private static string Clock(double minutes) => string.Create(CultureInfo.InvariantCulture, $"{(int)minutes}:{(int)Math.Round((minutes - (int)minutes) * 60):00}");

    private static string Day(Session session) => session.Date.ToString("d MMM", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string[] Row(params string[] cells) => cells;
}
