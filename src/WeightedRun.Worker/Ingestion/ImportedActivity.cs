using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Files;
using WeightedRun.Worker.Tagging;

namespace WeightedRun.Worker.Ingestion;

/// <summary>A recorded activity with its place in the training log: its id, its local time, its tag.</summary>
internal sealed record ImportedActivity(Activity Activity, RecordedActivity Recorded)
{
    /// <summary>Null for a recording without a date: it cannot be placed in any week.</summary>
    public static ImportedActivity? From(RecordedActivity recorded, TimeZoneInfo zone)
    {
        if (LocalStartOf(recorded, zone) is not { } start)
            return null;

        var activity = new Activity
        {
            Id = new ActivityId(IdOf(recorded)),
            StartLocal = start,
            UtcOffset = recorded.StartUtc is { } utc ? start - utc : null,
            Sport = recorded.Sport,
            Surface = SurfaceOf(recorded),
            Distance = recorded.Distance,
            // A watch without a moving time has a timer, which on a run is what Strava calls moving time.
            MovingTime = recorded.MovingTime ?? recorded.TimerTime,
            ElapsedTime = recorded.ElapsedTime,
            ElevationGain = recorded.ElevationGain,
            AverageHeartRateBpm = recorded.AverageHeartRateBpm,
            MaxHeartRateBpm = recorded.MaxHeartRateBpm,
            AverageCadenceSpm = recorded.AverageCadenceSpm,
            TemperatureCelsius = recorded.TemperatureCelsius,
            IsManual = recorded.IsManual,
            WorkoutType = recorded.WorkoutType,
            Title = recorded.Title,
            Load = LoadTagger.Tag(new TaggerInput
            {
                Sport = recorded.Sport,
                MayContainRuns = MixedWorkouts.MayContainRuns(recorded.SubSport),
                Title = recorded.Title,
                Description = recorded.Description,
                PrivateNote = recorded.PrivateNote,
                Gear = recorded.Gear,
                IsCommute = recorded.IsCommute,
                DevicePackMass = recorded.CarriedMass,
                BodyMass = recorded.BodyMass,
            }),
        };
        return new ImportedActivity(activity, recorded);
    }

    /// <summary>The file itself says what the runner's clock showed, and what UTC was then.</summary>
    public bool HasOwnClock => Recorded is { StartUtc: not null, StartLocal: not null };

    /// <summary>The same run by another clock.</summary>
    public ImportedActivity At(TimeSpan offset) => this with
    {
        Activity = Activity with { StartLocal = DateTime.SpecifyKind(Recorded.StartUtc!.Value + offset, DateTimeKind.Unspecified), UtcOffset = offset },
    };

    /// <summary>Of two copies of one recording: what was carried, then how far.</summary>
    public bool KnowsMoreThan(ImportedActivity other) =>
        Activity.Load is not null != other.Activity.Load is not null ? Activity.Load is not null : (Activity.Distance?.Meters ?? 0) > (other.Activity.Distance?.Meters ?? 0);

    private static DateTime? LocalStartOf(RecordedActivity recorded, TimeZoneInfo zone) =>
        recorded.StartLocal ?? (recorded.StartUtc is { } utc ? DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(utc, zone), DateTimeKind.Unspecified) : null);

    // A provider's own number outlives a file's name.
    private static string IdOf(RecordedActivity recorded) =>
        recorded.ExternalIds.Count > 0
            ? recorded is { Segment: 0, Session: 0 } ? recorded.ExternalIds[0] : $"{recorded.ExternalIds[0]}#{recorded.Segment}.{recorded.Session}"
            : $"{recorded.File}#{recorded.Segment}.{recorded.Session}";

    private static Surface SurfaceOf(RecordedActivity recorded) => recorded.Sport switch
    {
        Sport.TreadmillRun => Surface.Treadmill,
        Sport.VirtualRun => Surface.Virtual,
        _ => recorded.IsManual ? Surface.Unknown : Surface.Outdoor,
    };
}
