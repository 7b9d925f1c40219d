using WeightedRun.Analysis.Runs;
using static WeightedRun.Analysis.Identity.RecordingSource;

namespace WeightedRun.Analysis.Tests.Identity;

/// <summary>Pairs that are two runs and look like one; each run is known to one source only, so that nothing else tells them apart.</summary>
internal static class TwoRunCases
{
    public static readonly Action<LabelledLog>[] All =
    [
        ShortRunsAnHourApart, LoopOnTheHour, RestartedTreadmill, DoubleSession, LapsOfALoop, DailyCommute, WatchNeverStopped, SessionsOfOneFile,
        LegsOfAMultisport, RunThenWalk, TypedDoubles, SteadyTreadmillDoubles,
    ];

    private static void ShortRunsAnHourApart(LabelledLog log)
    {
        var first = log.Run(1000, 3000);
        Two(log, "two short runs an hour apart", first, Again(log, first, 3600 + Math.Floor(log.Within(-300, 300)), 0.004, 0.03));
    }

    private static void LoopOnTheHour(LabelledLog log)
    {
        var first = log.Run(3000, 8000);
        var gap = (Math.Floor(log.Within(3, 20)) * 1800) + Math.Floor(log.Within(-20, 20));
        Two(log, "same loop, whole half hours apart", first with { Elapsed = first.Timer }, Again(log, first with { Elapsed = first.Timer }, gap, 0.003, 0.03));
    }

    private static void RestartedTreadmill(LabelledLog log)
    {
        var first = log.Run(60, 800, Sport.TreadmillRun);
        Two(log, "restarted treadmill", first with { Elapsed = first.Timer }, Again(log, first with { Elapsed = first.Timer }, Math.Ceiling(first.Timer) + Math.Floor(log.Within(3, 200)), 0.3, 0.3));
    }

    private static void DoubleSession(LabelledLog log)
    {
        var first = log.Run(5000, 12000);
        Two(log, "double session", first, Again(log, first, Math.Floor(log.Within(6, 11) * 3600), 0.02, 0.05));
    }

    private static void LapsOfALoop(LabelledLog log)
    {
        var first = log.Run(2000, 6000) is var run ? run with { Elapsed = run.Timer } : default;
        var second = Again(log, first, Math.Ceiling(first.Timer) + Math.Floor(log.Within(1, 120)), 0.003, 0.01);
        var third = Again(log, second, Math.Ceiling(second.Timer) + Math.Floor(log.Within(1, 120)), 0.003, 0.01);
        log.Label("laps of one loop", false, log.Add(Strava, first), log.Add(GarminPersonal, second), log.Add(Fit, third));
    }

    private static void DailyCommute(LabelledLog log)
    {
        var first = log.Run(4000, 9000);
        Two(log, "daily commute", first, Again(log, first, 86400 + Math.Floor(log.Within(-180, 180)), 0.003, 0.02));
    }

    private static void WatchNeverStopped(LabelledLog log)
    {
        var first = log.Run(5000, 12000);
        var gap = Math.Floor(first.Timer + log.Within(4000, 20000));
        Two(log, "watch never stopped", first with { Elapsed = gap + log.Within(6000, 12000) + first.Timer }, Again(log, first with { Elapsed = first.Timer }, gap, 0.05, 0.05));
    }

    private static void SessionsOfOneFile(LabelledLog log)
    {
        var first = log.Run(2000, 6000) is var run ? run with { Elapsed = run.Timer } : default;
        var (one, other) = (log.Add(Fit, first), log.Add(StravaExport, Again(log, first, Math.Ceiling(first.Timer) + Math.Floor(log.Within(30, 900)), 0.05, 0.05)));
        var id = $"fit:1-3110-3400000001-{(int)log.Within(1e9, 1.1e9)}";
        log.Label("two sessions of one file", false, log.Replace(one, one.Known(id)), log.Replace(other, other.Known(id)));
    }

    private static void LegsOfAMultisport(LabelledLog log)
    {
        var first = log.Run(5000, 6000) is var run ? run with { Elapsed = run.Timer } : default;
        var parent = new ActivityId("GarminPartner:parent");
        var (one, other) = (log.Add(GarminPartner, first), log.Add(GarminPartner, Again(log, first, Math.Ceiling(first.Timer) + 3600, 0.003, 0.01)));
        log.Label("run legs of a duathlon", false, log.Replace(one, one with { ParentId = parent }), log.Replace(other, other with { ParentId = parent }));
    }

    private static void RunThenWalk(LabelledLog log)
    {
        var run = log.Run(4000, 10000) is var any ? any with { Elapsed = any.Timer } : default;
        Two(log, "run, then walk home", run, Again(log, run, Math.Ceiling(run.Timer) + Math.Floor(log.Within(0, 60)), 0.2, 0.2) with { Sport = Sport.Walk });
    }

    private static void TypedDoubles(LabelledLog log)
    {
        var first = log.Run() with { Meters = 5000, Timer = 1800, Elapsed = 1800 };
        first = first with { Start = first.Start.Date.AddHours(7) };
        var (one, other) = (log.Add(Strava, first), log.Add(GarminPersonal, first with { Start = first.Start.AddHours(Math.Floor(log.Within(1, 13))) }));
        log.Label("typed on the hour, twice", false, log.Replace(one, one.Typed()), log.Replace(other, other.Typed()));
    }

    private static void SteadyTreadmillDoubles(LabelledLog log)
    {
        var first = log.Run(4000, 6000, Sport.TreadmillRun) with { Timer = 1800, Elapsed = 1800 };
        Two(log, "half an hour on the treadmill, twice", first, Again(log, first, Math.Floor(log.Within(3000, 40000)), 0.01, 0.002));
    }

    private static void Two(LabelledLog log, string kind, LabelledLog.Truth first, LabelledLog.Truth second) =>
        log.Label(kind, false, log.Add(log.Chance(0.5) ? GarminPersonal : GarminPartner, first), log.Add(log.Chance(0.7) ? Strava : Fit, second));

    private static LabelledLog.Truth Again(LabelledLog log, LabelledLog.Truth first, double seconds, double meterShare, double timeShare)
    {
        var (slower, longer) = (1 + log.Within(-timeShare, timeShare), 1 + log.Within(-meterShare, meterShare));
        return first with { Start = first.Start.AddSeconds(seconds), Meters = first.Meters * longer, Timer = first.Timer * slower, Elapsed = first.Elapsed * slower, HeartRate = first.HeartRate + log.Within(-10, 10) };
    }
}
