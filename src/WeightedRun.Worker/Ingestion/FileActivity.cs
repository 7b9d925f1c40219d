using System.Globalization;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Ingestion;

/// <summary>An activity of the runner's own files on its way into the database.</summary>
internal static class FileActivity
{
    public static IncomingActivity From(ImportedActivity imported)
    {
        var (activity, recorded) = (imported.Activity, imported.Recorded);
        var (source, externalId) = KeyOf(imported);
        return new IncomingActivity
        {
            Source = source,
            ExternalId = externalId,
            StartAt = recorded.StartUtc is { } utc ? new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)) : null,
            StartLocal = activity.StartLocal,
            UtcOffset = activity.UtcOffset,
            Sport = activity.Sport,
            ProviderSport = recorded.SubSport,
            Surface = activity.Surface,
            Distance = activity.Distance,
            MovingTime = activity.MovingTime,
            ElapsedTime = activity.ElapsedTime,
            TimerTime = recorded.TimerTime,
            ElevationGain = activity.ElevationGain,
            AverageHeartRateBpm = activity.AverageHeartRateBpm,
            MaxHeartRateBpm = activity.MaxHeartRateBpm,
            AverageCadenceSpm = activity.AverageCadenceSpm,
            TemperatureCelsius = activity.TemperatureCelsius,
            IsManual = activity.IsManual,
            IsCommute = recorded.IsCommute,
            WorkoutType = activity.WorkoutType,
            Title = activity.Title,
            Device = recorded.Device,
            BodyMass = recorded.BodyMass,
            CarriedMass = recorded.CarriedMass,
            ExternalIds = recorded.ExternalIds,
            Detail = new ActivityDetail(recorded.Description, recorded.PrivateNote, recorded.Gear),
        };
    }

    /// <summary>Its source and its name there. A file without a name of its own is known by what it holds: files are moved and renamed.</summary>
    public static (string Source, string ExternalId) KeyOf(ImportedActivity imported)
    {
        var recorded = imported.Recorded;
        var source = StoredName.Of(recorded.Source).Replace('_', '-');
        return (source, recorded.ExternalIds.Count > 0
            ? imported.Activity.Id.Value
            : string.Create(CultureInfo.InvariantCulture, $"{recorded.StartUtc ?? imported.Activity.StartLocal:yyyyMMdd'T'HHmmss}-{StoredName.Of(recorded.Sport)}-{recorded.Distance?.Meters:0}m-{recorded.ElapsedTime?.TotalSeconds:0}s"));
    }
}
