using WeightedRun.Analysis.Runs;

namespace WeightedRun.Worker.Digest;

/// <summary>One week's sums, counted as the analyzer counts them, without asking its rules; null where a needed part is unknown.</summary>
internal sealed record WeekFigures
{
    public required int WeightedRuns { get; init; }

    public required double? HeaviestKg { get; init; }

    public required double? LoadKgKm { get; init; }

    public required double? WeightedMeters { get; init; }

    public required double? Meters { get; init; }

    /// <summary>Null for a week of which the log does not hold every day: a part of it would look like all of it.</summary>
    public static WeekFigures? Past(Week week, TrainingLog log, RunnerProfile profile) => log.SyncedFrom <= week.StartsOn ? Of(week, log, profile) : null;

    /// <summary>Null for a week that the log does not reach.</summary>
    public static WeekFigures? Of(Week week, TrainingLog log, RunnerProfile profile)
    {
        if (log.SyncedFrom is not { } from || from > week.EndsOn)
            return null;

        var sessions = log.In(week);
        var counted = sessions.Where(session => session.IsCounted(profile.BodyMassOn(session.Date)?.Mass)).ToList();
        return new WeekFigures
        {
            WeightedRuns = counted.Count,
            HeaviestKg = sessions.Where(session => session.IsTagged).Select(session => session.TorsoLoad?.Kilograms).DefaultIfEmpty(null).Max(),
            LoadKgKm = Sum(counted.Where(session => session.HasTorsoPiece), session => session.TorsoLoad?.Kilograms * session.Distance?.Kilometers),
            WeightedMeters = Sum(counted, session => session.Distance?.Meters),
            Meters = Sum(sessions, session => session.Distance?.Meters),
        };
    }

    /// <summary>Null when a part is unknown: a sum of the others would look like all of it.</summary>
    private static double? Sum(IEnumerable<Session> sessions, Func<Session, double?> value)
    {
        double? sum = 0;
        foreach (var session in sessions)
            sum += value(session);

        return sum;
    }
}
