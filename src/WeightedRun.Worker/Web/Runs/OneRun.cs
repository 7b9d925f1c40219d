using System.Globalization;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Compliance;
using WeightedRun.Worker.Digest;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Runs;

/// <summary>One run for its page.</summary>
internal static class OneRun
{
    public static RunView Of(LoggedRun run, IReadOnlyList<LoggedRun> near, Visitor visitor)
    {
        var (activity, units) = (run.Activity, visitor.DigestUnits);
        var words = new RunWords(units);
        var piece = activity.Load?.Pieces.Count > 0 ? activity.Load.Pieces[0] : null;
        return new RunView
        {
            Id = run.Recordings[0].Value,
            Heading = string.Create(CultureInfo.InvariantCulture, $"{activity.StartLocal:dddd d MMMM}, {words.Distance(activity)}"),
            Title = RunWords.Title(activity),
            Facts = [.. FactsOf(activity, words, units)],
            Load = words.Load(activity.Load),
            Evidence = RunWords.Evidence(activity.Load),
            IsWeighted = activity.Load is { IsSuspected: false },
            Recordings = run.Recordings.Count < 2 ? [] : [.. run.Recordings.Select(id => new RecordingView(id.Value, ProviderNames.Of(SourceOf(id))))],
            Near = [.. near.Select(other => new RecordingView(other.Recordings[0].Value, NearWords(other, words)))],
            Kind = StoredName.Of(piece?.Kind ?? EquipmentKind.Vest),
            Mass = RunWords.Number(piece?.Mass, units),
            IsImperial = units.IsImperial,
            Attribution = run.Attribution,
            StravaUrl = run.Recordings.FirstOrDefault(id => SourceOf(id) == "strava").Value is { } id ? $"https://www.strava.com/activities/{Uri.EscapeDataString(id["strava:".Length..])}" : null,
        };
    }

    private static string NearWords(LoggedRun run, RunWords words) => string.Create(
        CultureInfo.InvariantCulture, $"{RunWords.Day(run.Activity)} {run.Activity.StartLocal:HH:mm}, {words.Distance(run.Activity)}, {RunWords.Title(run.Activity)} ({ProviderNames.Of(SourceOf(run.Recordings[0]))})");

    private static IEnumerable<(string Label, string Value)> FactsOf(Activity run, RunWords words, DigestUnits units)
    {
        yield return ("Started", run.StartLocal.ToString("HH:mm", CultureInfo.InvariantCulture));
        yield return ("Moving time", words.Time(run));
        yield return ("Pace", words.Pace(run));
        if (run.ElevationGain is { } gain)
            yield return ("Climb", string.Create(CultureInfo.InvariantCulture, $"{gain.Meters:0} m"));

        if (run.AverageHeartRateBpm is { } heartRate)
            yield return ("Heart rate", string.Create(CultureInfo.InvariantCulture, $"{heartRate:0} on average"));

        if (run.Load?.Pieces is [{ Mass: { } mass }, ..] && run.Distance is { } distance && run.Load is { IsSuspected: false })
            yield return ("Load x distance", units.LoadDistance(mass.Kilograms * distance.Kilometers));
    }

    private static string SourceOf(ActivityId id) => id.Value is { } text ? text[..Math.Max(0, text.IndexOf(':', StringComparison.Ordinal))] : "";
}
