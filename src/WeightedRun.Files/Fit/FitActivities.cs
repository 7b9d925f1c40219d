using System.Globalization;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Files.Fit;

/// <summary>Turns a segment into activities: one per session on foot of several, transitions dropped; from the records where no session was written.</summary>
internal static class FitActivities
{
    public static IEnumerable<RecordedActivity> Of(FitSegment segment, int segmentIndex, string file)
    {
        if (segment.FileType is { } type && type != FitSegment.ActivityFile)
            yield break;

        var isWritten = segment.Sessions.Count > 0;
        if (!isWritten && segment.Records.Times.Count > 0)
            AddSession(segment);

        var warnings = segment.Sessions.ConvertAll(_ => new List<string>());
        for (var i = 0; i < warnings.Count; i++)
            segment.Sessions[i] = Understood(segment.Sessions[i], isWritten ? segment : null, warnings[i]);

        var shares = new FitShares(segment);
        var anyOnFoot = segment.Sessions.Exists(IsOnFoot);
        for (var i = 0; i < segment.Sessions.Count; i++)
        {
            var session = segment.Sessions[i];
            if (FitSports.IsTransition(session.Sport) || (anyOnFoot && !IsOnFoot(session)))
                continue;

            yield return Create(segment, session, [.. segment.Warnings, .. warnings[i].Distinct()], file) with
            {
                Segment = segmentIndex,
                Session = i,
                Records = shares.RecordsOf(i),
                Laps = shares.LapsOf(i),
            };
        }
    }

    private static void AddSession(FitSegment segment)
    {
        segment.Warnings.Add("no-session: the recording has no summary; the values were computed from its records");
        segment.Sessions.Add(FitCompletion.FromRecords(segment));
    }

    private static bool IsOnFoot(FitSession session) => FitSports.SportOf(session.Sport, session.SubSport).IsOnFoot();

    // What is implausible is unknown, so the records may know it; what they say may be implausible in turn.
    private static FitSession Understood(FitSession session, FitSegment? segment, List<string> warnings)
    {
        var plausible = FitLimits.Within(session, IsOnFoot(session), warnings);
        var complete = FitCompletion.WithSpeed(segment is null ? plausible : FitCompletion.Complete(plausible, segment));
        var result = FitLimits.Within(complete, IsOnFoot(complete), warnings);
        FitCompletion.Say(plausible, result, warnings);
        return result;
    }

    private static RecordedActivity Create(FitSegment segment, FitSession session, List<string> warnings, string file)
    {
        var sport = FitSports.SportOf(session.Sport, session.SubSport);
        var bodyMass = FitLimits.BodyMassOf(segment, warnings);
        var start = StartOf(session, warnings);
        return new RecordedActivity
        {
            File = file,
            Source = ActivitySource.Fit,
            Sport = sport,
            SubSport = FitSports.NameOf(session.SubSport),
            StartUtc = start,
            StartLocal = start + segment.LocalOffset is { } local ? DateTime.SpecifyKind(local, DateTimeKind.Unspecified) : null,
            ElapsedTime = session.ElapsedTime,
            TimerTime = session.TimerTime,
            MovingTime = session.MovingTime,
            Distance = session.Distance,
            ElevationGain = session.ElevationGain,
            AverageHeartRateBpm = session.AverageHeartRateBpm,
            MaxHeartRateBpm = session.MaxHeartRateBpm,
            AverageSpeedMps = session.AverageSpeedMps,
            // On foot a device counts strides, that is one foot.
            AverageCadenceSpm = sport.IsOnFoot() ? session.AverageCadence * 2 : session.AverageCadence,
            TemperatureCelsius = session.TemperatureCelsius,
            Device = FitDevices.NameOf(segment.Maker, segment.Product, segment.ProductName),
            BodyMass = bodyMass,
            CarriedMass = CarriedMassOf(session, bodyMass),
            ExternalIds = FingerprintOf(segment),
            Warnings = warnings,
            UnknownFields = session.UnknownFields,
        };
    }

    private static DateTime? StartOf(FitSession session, List<string> warnings)
    {
        if (session.Start is not { } start)
        {
            warnings.Add("no-start: the recording does not say when it started");
            return null;
        }

        if (FitTime.IsDate(start))
            return FitTime.Clock(start);

        warnings.Add(string.Create(CultureInfo.InvariantCulture, $"device-relative-date: the watch's clock was not set (it read {FitTime.Clock(start):yyyy-MM-dd'T'HH:mm:ss'Z'}); the date is not known"));
        return null;
    }

    // Within a kilogram of the body's own mass it is the body's own mass, whatever the field is called.
    private static Mass? CarriedMassOf(FitSession session, Mass? body) =>
        session.CarriedMass is { } carried && body is { } mass && Math.Abs(carried.Kilograms - mass.Kilograms) <= 1 ? null : session.CarriedMass;

    private static string[] FingerprintOf(FitSegment segment) =>
        segment is { Maker: { } maker, Product: { } product, SerialNumber: { } serial, CreatedAt: { } created }
            ? [string.Create(CultureInfo.InvariantCulture, $"fit:{maker}-{product}-{serial}-{created}")]
            : [];
}
