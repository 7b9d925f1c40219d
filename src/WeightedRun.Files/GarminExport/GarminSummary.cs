using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Files.GarminExport;

/// <summary>One activity of <c>summarizedActivities.json</c>, read field by field. Its units are its own: centimetres, milliseconds, grams.</summary>
internal sealed class GarminSummary
{
    private static readonly DateTime UnixEpoch = DateTime.UnixEpoch;

    private double? _cadence;

    public string? ActivityId { get; private set; }

    public string? Name { get; private set; }

    public string? Description { get; private set; }

    public string? TypeKey { get; private set; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public long? Begin { get; private set; }

    public long? BeginLocal { get; private set; }

    public Distance? Distance { get; private set; }

    public Distance? ElevationGain { get; private set; }

    public TimeSpan? TimerTime { get; private set; }

    public TimeSpan? MovingTime { get; private set; }

    public TimeSpan? ElapsedTime { get; private set; }

    public double? AverageHeartRateBpm { get; private set; }

    public double? MaxHeartRateBpm { get; private set; }

    public Mass? PackMass { get; private set; }

    public bool IsRace { get; private set; }

    /// <summary>A multisport activity, whose legs are listed on their own.</summary>
    public bool IsParent { get; private set; }

    public void Set(string field, string text)
    {
        switch (field)
        {
            case "name" or "activityName":
                Name = text;
                break;
            case "description":
                Description = text;
                break;
            case "activityType":
                TypeKey = text;
                break;
            case "activityId":
                ActivityId = text;
                break;
        }
    }

    public void Set(string field, bool value) => IsParent |= value && field == "parent";

    public void Set(string field, double value)
    {
        switch (field)
        {
            case "activityId":
                ActivityId = value.ToString("F0", System.Globalization.CultureInfo.InvariantCulture);
                break;
            case "beginTimestamp":
                Begin = (long)value;
                break;
            case "startTimeGmt":
                Begin ??= (long)value;
                break;
            case "startTimeLocal":
                BeginLocal = (long)value;
                break;
            case "eventTypeId":
                IsRace = (int)value == 1;
                break;
            default:
                if (value > 0)
                    SetMeasure(field, value);
                break;
        }
    }

    public RecordedActivity ToRecorded(string file)
    {
        var sport = SportWords.Find(TypeKey) ?? Sport.Other;
        return new RecordedActivity
        {
            File = file,
            Source = ActivitySource.GarminExport,
            Sport = sport,
            SubSport = TypeKey,
            StartUtc = Begin is { } begin ? UnixEpoch.AddMilliseconds(begin) : null,
            StartLocal = BeginLocal is { } local ? DateTime.SpecifyKind(UnixEpoch.AddMilliseconds(local), DateTimeKind.Unspecified) : null,
            ElapsedTime = ElapsedTime ?? TimerTime,
            TimerTime = TimerTime,
            MovingTime = MovingTime,
            Distance = Distance,
            ElevationGain = ElevationGain,
            AverageHeartRateBpm = AverageHeartRateBpm,
            MaxHeartRateBpm = MaxHeartRateBpm,
            // avgSpeed is stored in another unit from one export to the next: distance over time is not.
            AverageSpeedMps = Distance?.Meters / TimerTime?.TotalSeconds,
            AverageCadenceSpm = _cadence,
            Title = Name,
            Description = Description,
            CarriedMass = PackMass,
            WorkoutType = IsRace ? WorkoutType.Race : WorkoutType.None,
            ExternalIds = ActivityId is null ? [] : [$"garmin:{ActivityId}"],
        };
    }

    /// <summary>The recording's own values, with what only the summary knows.</summary>
    public RecordedActivity Join(RecordedActivity member)
    {
        var own = ToRecorded(member.File);
        return member with
        {
            Source = ActivitySource.GarminExport,
            Sport = own.Sport == Sport.Other || (own.Sport == Sport.Run && member.Sport.IsRun()) ? member.Sport : own.Sport,
            StartLocal = own.StartLocal ?? member.StartLocal,
            ElapsedTime = member.ElapsedTime ?? own.ElapsedTime,
            TimerTime = member.TimerTime ?? own.TimerTime,
            MovingTime = member.MovingTime ?? own.MovingTime,
            Distance = member.Distance ?? own.Distance,
            ElevationGain = member.ElevationGain ?? own.ElevationGain,
            AverageHeartRateBpm = member.AverageHeartRateBpm ?? own.AverageHeartRateBpm,
            MaxHeartRateBpm = member.MaxHeartRateBpm ?? own.MaxHeartRateBpm,
            Title = own.Title,
            Description = own.Description,
            CarriedMass = own.CarriedMass ?? member.CarriedMass,
            WorkoutType = own.WorkoutType,
            ExternalIds = [.. own.ExternalIds, .. member.ExternalIds],
        };
    }

    private void SetMeasure(string field, double value)
    {
        switch (field)
        {
            case "distance":
                Distance = Analysis.Units.Distance.FromMeters(value / 100);
                break;
            case "elevationGain":
                ElevationGain = Analysis.Units.Distance.FromMeters(value / 100);
                break;
            case "duration":
                TimerTime = TimeSpan.FromMilliseconds(Math.Min(value, 1e12));
                break;
            case "movingDuration":
                MovingTime = TimeSpan.FromMilliseconds(Math.Min(value, 1e12));
                break;
            case "elapsedDuration":
                ElapsedTime = TimeSpan.FromMilliseconds(Math.Min(value, 1e12));
                break;
            case "avgHr":
                AverageHeartRateBpm = value;
                break;
            case "maxHr":
                MaxHeartRateBpm = value;
                break;
            case "avgDoubleCadence":
                _cadence = value;
                break;
            case "avgRunCadence":
                _cadence ??= value * 2;
                break;
            case "beginPackWeight":
                PackMass = Mass.FromGrams(value);
                break;
        }
    }
}
