using WeightedRun.Analysis.Identity;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;
using static WeightedRun.Analysis.Identity.RecordingSource;

namespace WeightedRun.Analysis.Tests.Identity;

/// <summary>One pair of a made-up log, with the truth about it.</summary>
internal sealed record LabelledPair(string Kind, ActivityId One, ActivityId Other, bool IsOneRun);

/// <summary>
/// A made-up log whose truth is known. Each case lies some days after the last and differs from the run that took place by what sources were
/// seen to differ by: Strava and Garmin agree on the second of the start, within 0.1 % (at most 7.05 m) on distance, and on the timer, which
/// Garmin's summaries truncate; elapsed times within a second; hikes' moving times are far less; tracks and second devices measure for themselves.
/// </summary>
internal sealed class LabelledLog(int seed)
{
    private readonly Random _random = new(seed);
    private DateTime _day = new(2015, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private int _next;

    public List<Recording> Recordings { get; } = [];

    public List<LabelledPair> Pairs { get; } = [];

    /// <summary>What took place: nobody's account of it.</summary>
    internal readonly record struct Truth(DateTime Start, double Meters, double Timer, double Elapsed, double HeartRate, Sport Sport = Sport.Run);

    public double Within(double least, double most) => least + (_random.NextDouble() * (most - least));

    public bool Chance(double share) => _random.NextDouble() < share;

    /// <summary>A run at any second of a new day.</summary>
    public Truth Run(double leastMeters = 1500, double mostMeters = 32000, Sport sport = Sport.Run)
    {
        _day = _day.AddDays(7);
        var meters = Within(leastMeters, mostMeters);
        var timer = Math.Round(meters * Within(0.24, 0.42), 3);
        return new Truth(_day.AddSeconds(Math.Floor(Within(5 * 3600, 20 * 3600))), meters, timer, timer + (Chance(0.5) ? Within(0, 0.5) * timer : 0), Within(110, 175), sport);
    }

    public Recording Add(RecordingSource source, Truth truth, double meterShare = 0, double startSeconds = 0, double timerShare = 0)
    {
        var isSummary = source == GarminPartner;
        var moving = truth.Timer * (1 + timerShare);
        // A hike's moving time is the provider's own opinion.
        var seen = truth.Sport.IsRun() ? moving : moving * Within(0.5, 0.95);
        var recording = new Recording
        {
            Source = source,
            TimerTime = source == Strava ? null : TimeSpan.FromSeconds(isSummary ? Math.Floor(moving) : moving),
            Activity = new Activity
            {
                Id = new ActivityId($"{source}:{_next++}"),
                StartLocal = truth.Start.AddHours(2).AddSeconds(startSeconds),
                UtcOffset = TimeSpan.FromHours(2),
                Sport = truth.Sport,
                Distance = Distance.FromMeters(Math.Max(1, truth.Meters * (1 + meterShare))),
                // Half of all runners wear no strap, and not every source passes its beats on.
                AverageHeartRateBpm = Chance(0.5) ? Math.Round(truth.HeartRate) : null,
                MovingTime = isSummary ? null : TimeSpan.FromSeconds(Math.Floor(seen)),
                ElapsedTime = isSummary ? null : TimeSpan.FromSeconds(Math.Round(truth.Elapsed * (1 + timerShare) + Within(-0.4, 0.4))),
            },
        };
        Recordings.Add(recording);
        return recording;
    }

    /// <summary>As far as two providers differ about one recording.</summary>
    public double ProviderShare(double meters) => Math.Clamp(Within(-0.001, 0.001) * meters, -7.05, 7.05) / meters;

    public Recording Replace(Recording old, Recording with)
    {
        Recordings[Recordings.FindLastIndex(recording => ReferenceEquals(recording, old))] = with;
        return with;
    }

    public void Label(string kind, bool isOneRun, params Recording[] recordings)
    {
        for (var i = 0; i < recordings.Length; i++)
        {
            for (var j = i + 1; j < recordings.Length; j++)
                Pairs.Add(new LabelledPair(kind, recordings[i].Id, recordings[j].Id, isOneRun));
        }
    }
}
