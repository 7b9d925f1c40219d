using WeightedRun.Analysis.Runs;
using static WeightedRun.Analysis.Identity.RecordingSource;

namespace WeightedRun.Analysis.Tests.Identity;

/// <summary>Pairs that are one run.</summary>
internal static class OneRunCases
{
    public static readonly Action<LabelledLog>[] All =
    [
        GarminAndStravaWithoutAnId, GarminAndStravaWithAnId, HikeWithPauses, FileAndExport, FileAndProvider, TrackFile, TwoDevices, LateSecondDevice,
        WrongTimeZone, CutOnStrava, CorrectedTreadmill, LegOfAMultisport, TypedByHand, FourSources, VeryShort,
    ];

    private static void GarminAndStravaWithoutAnId(LabelledLog log)
    {
        var run = log.Run();
        log.Label("provider pair, ping id", true, log.Add(log.Chance(0.5) ? GarminPartner : GarminPersonal, run), log.Add(Strava, run, log.ProviderShare(run.Meters)));
    }

    private static void GarminAndStravaWithAnId(LabelledLog log)
    {
        var run = log.Run();
        var garmin = log.Add(GarminPartner, run);
        var strava = log.Add(Strava, run, log.Within(-0.2, 0.2));
        log.Label("provider pair, push id", true,
            log.Replace(garmin, garmin.Known($"garmin:{garmin.Id.Value[14..]}")), log.Replace(strava, strava.Known($"garmin_push_{garmin.Id.Value[14..]}")));
    }

    private static void HikeWithPauses(LabelledLog log)
    {
        var hike = log.Run(4000, 30000, Sport.Hike);
        hike = hike with { Elapsed = hike.Timer * log.Within(1, 2) };
        log.Label("hike, moving time far less", true, log.Add(GarminPartner, hike with { Sport = log.Chance(0.3) ? Sport.Ruck : Sport.Hike }), log.Add(Strava, hike, log.ProviderShare(hike.Meters)));
    }

    private static void FileAndExport(LabelledLog log)
    {
        var run = log.Run();
        var id = $"fit:1-3110-{(long)log.Within(3.3e9, 3.5e9)}-{(long)log.Within(1e9, 1.1e9)}";
        var (file, export) = (log.Add(Fit, run), log.Add(StravaExport, run, log.Within(-0.03, 0.03)));
        log.Label("FIT file and Strava's re-encoding", true, log.Replace(file, file.Known(id)), log.Replace(export, export.Known(id)));
    }

    private static void FileAndProvider(LabelledLog log)
    {
        var run = log.Run();
        log.Label("FIT file and provider", true, log.Add(Fit, run), log.Add(log.Chance(0.5) ? Strava : GarminPersonal, run, log.ProviderShare(run.Meters)));
    }

    private static void TrackFile(LabelledLog log)
    {
        var run = log.Run(2500);
        log.Label("GPX or TCX file", true, log.Add(log.Chance(0.5) ? Gpx : Tcx, run, log.Within(-0.03, 0.03), Math.Floor(log.Within(0, 30)), log.Within(-0.03, 0.01)), log.Add(Strava, run));
    }

    private static void TwoDevices(LabelledLog log)
    {
        var run = log.Run(2500);
        log.Label("two devices", true, log.Add(GarminPersonal, run).On("A"), log.Add(Strava, run, log.Within(-0.15, 0.15), Math.Floor(log.Within(-110, 110)), log.Within(-0.03, 0.03)).On("B"));
    }

    private static void LateSecondDevice(LabelledLog log)
    {
        var run = log.Run(5000);
        var late = Math.Floor(run.Elapsed * log.Within(0.05, 0.45));
        var rest = run with { Start = run.Start.AddSeconds(late), Elapsed = run.Elapsed - late, Timer = (run.Elapsed - late) * run.Timer / run.Elapsed, Meters = run.Meters * (1 - (late / run.Elapsed)) };
        log.Label("two devices, one started late", true, log.Add(GarminPersonal, run).On("A"), log.Add(Strava, rest, log.Within(-0.12, 0.12)).On("B"));
    }

    private static void WrongTimeZone(LabelledLog log)
    {
        var run = log.Run();
        var halves = Math.Floor(log.Within(1, 29)) * (log.Chance(0.5) ? 1 : -1);
        log.Label("wrong time zone", true, log.Add(log.Chance(0.5) ? Strava : GarminPersonal, run), log.Add(log.Chance(0.5) ? Fit : Gpx, run, log.ProviderShare(run.Meters), halves * 1800));
    }

    private static void CutOnStrava(LabelledLog log)
    {
        var run = log.Run(5000);
        var kept = log.Within(0.5, 0.9);
        var (garmin, strava) = (log.Add(GarminPersonal, run), log.Add(Strava, run with { Timer = run.Timer * kept, Elapsed = run.Elapsed * kept, Meters = run.Meters * kept }));
        log.Label("cut on Strava, push id", true, log.Replace(garmin, garmin.Known($"garmin:{garmin.Id.Value[15..]}77")), log.Replace(strava, strava.Known($"garmin_push_{garmin.Id.Value[15..]}77")));
    }

    private static void CorrectedTreadmill(LabelledLog log)
    {
        var run = log.Run(3000, 15000, Sport.TreadmillRun);
        log.Label("treadmill distance corrected", true, log.Add(GarminPartner, run), log.Add(Strava, run with { Sport = Sport.Run }, log.Within(-0.5, 0.5)));
    }

    private static void LegOfAMultisport(LabelledLog log)
    {
        var leg = log.Run(5000, 12000);
        var parent = log.Add(GarminPartner, leg with { Start = leg.Start.AddMinutes(-70), Timer = leg.Timer + 4200, Elapsed = leg.Elapsed + 4200, Meters = leg.Meters + 30000, Sport = Sport.Other });
        parent = log.Replace(parent, parent with { IsParent = true });
        var child = log.Add(GarminPartner, leg);
        child = log.Replace(child, child.PartOf(parent));
        var strava = log.Add(Strava, leg, log.ProviderShare(leg.Meters));
        log.Label("leg of a multisport", true, child, strava);
        log.Label("parent and leg", false, parent, child);
        log.Label("parent and leg elsewhere", false, parent, strava);
    }

    private static void TypedByHand(LabelledLog log)
    {
        var run = log.Run(4000);
        var typed = run with { Meters = Math.Round(run.Meters / 100) * 100, Timer = Math.Round(run.Timer / 60) * 60, Start = run.Start.AddSeconds(Math.Round(log.Within(-400, 400))) };
        var memory = log.Add(Strava, typed with { Elapsed = typed.Timer });
        log.Label("typed by hand as well", true, log.Add(GarminPersonal, run with { Elapsed = run.Timer }), log.Replace(memory, memory.Typed()));
    }

    private static void FourSources(LabelledLog log)
    {
        var run = log.Run();
        log.Label("four sources", true, log.Add(Fit, run), log.Add(GarminPersonal, run), log.Add(Strava, run, log.ProviderShare(run.Meters)), log.Add(GarminExport, run));
    }

    private static void VeryShort(LabelledLog log)
    {
        var run = log.Run(120, 900);
        log.Label("very short", true, log.Add(GarminPersonal, run), log.Add(Strava, run, log.ProviderShare(run.Meters)));
    }
}
