namespace WeightedRun.Files.Fit;

/// <summary>
/// Gives a session what it lacks to count as a run: from the records where it is the segment's only one, from its own end where it is one of
/// several. What a device measures but did not sum up (heart rate, climbs) stays unknown, as in the device's own summary.
/// </summary>
internal static class FitCompletion
{
    /// <summary>The session of a recording that broke off before one was written.</summary>
    public static FitSession FromRecords(FitSegment segment)
    {
        var records = segment.Records;
        var session = new FitSession
        {
            ElevationGain = records.ElevationGain,
            AverageHeartRateBpm = records.AverageHeartRateBpm,
            MaxHeartRateBpm = records.MaxHeartRateBpm,
            AverageCadence = records.AverageCadence,
            TemperatureCelsius = records.TemperatureCelsius,
        };
        return WithRecords(session, segment);
    }

    public static FitSession Complete(FitSession session, FitSegment segment) =>
        segment.Sessions.Count == 1 ? WithRecords(session, segment) : session with { Start = session.Start ?? StartBefore(session) };

    public static FitSession WithSpeed(FitSession session) =>
        session with { AverageSpeedMps = session.AverageSpeedMps ?? session.Distance?.Meters / session.TimerTime?.TotalSeconds };

    /// <summary>Warns of what has been added to a session.</summary>
    public static void Say(FitSession before, FitSession after, List<string> warnings)
    {
        string?[] names =
        [
            before.Start is null && after.Start is not null ? "start" : null,
            before.ElapsedTime is null && after.ElapsedTime is not null ? "elapsed_s" : null,
            before.Distance is null && after.Distance is not null ? "distance_m" : null,
        ];
        var added = names.OfType<string>().ToList();
        if (added.Count > 0)
            warnings.Add($"completed: the session does not say {string.Join(", ", added)}; computed from what else was recorded");
    }

    private static FitSession WithRecords(FitSession session, FitSegment segment)
    {
        var records = segment.Records;
        var start = session.Start ?? records.First ?? StartBefore(session);
        var elapsed = session.ElapsedTime ?? Between(start, records.Last) ?? Between(start, session.End);
        return session with
        {
            Start = start,
            Sport = session.Sport ?? segment.Sport,
            SubSport = session.SubSport ?? (session.Sport is null ? segment.SubSport : null),
            ElapsedTime = elapsed,
            TimerTime = session.TimerTime ?? (elapsed - segment.Timer.Paused is { Ticks: > 0 } timer ? timer : elapsed),
            Distance = session.Distance ?? records.Distance,
        };
    }

    private static uint? StartBefore(FitSession session) =>
        session is { End: { } end, ElapsedTime: { } elapsed } && end > elapsed.TotalSeconds ? end - (uint)elapsed.TotalSeconds : null;

    private static TimeSpan? Between(uint? start, uint? end) => start is { } first && end is { } last && last > first ? TimeSpan.FromSeconds(last - first) : null;
}
