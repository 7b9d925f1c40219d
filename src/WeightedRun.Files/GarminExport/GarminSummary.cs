using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Files.GarminExport;

/// <summary>One activity of <c>summarizedActivities.json</c>, read field by field. Its units are its own: centimetres, milliseconds, grams.</summary>
internal sealed class GarminSummary
{
    // In centimetres twice around the world, in milliseconds four months: what is more is no measurement.
    private const double MostMeasured = 1e10;

    // Up to here every whole number has a double of its own.
    private const double MostExact = 9007199254740992;

    // From 1990 to 2200 in milliseconds.
    private const double FirstMoment = 631152000000;
    private const double LastMoment = 7258118400000;

    private double? _cadence;
    private bool _isManual;

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
            case "activityType" or "typeKey":
                TypeKey = text;
                break;
            case "activityId":
                ActivityId = text;
                break;
        }
    }

    public void Set(string field, bool value)
    {
        IsParent |= value && field == "parent";
        _isManual |= value && field == "manualActivity";
    }

    public void Set(string field, double value)
    {
        switch (field)
        {
            case "activityId":
                ActivityId = value is > 0 and < MostExact ? value.ToString("F0", System.Globalization.CultureInfo.InvariantCulture) : null;
                break;
            case "beginTimestamp":
                Begin = Moment(value) ?? Begin;
                break;
            case "startTimeGmt":
                Begin ??= Moment(value);
                break;
            case "startTimeLocal":
                BeginLocal = Moment(value);
                break;
            case "eventTypeId":
                IsRace = value == 1;
                break;
            default:
                if (value is > 0 and < MostMeasured)
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
            StartUtc = Begin is { } begin ? DateTime.UnixEpoch.AddMilliseconds(begin) : null,
            StartLocal = BeginLocal is { } local ? DateTime.SpecifyKind(DateTime.UnixEpoch.AddMilliseconds(local), DateTimeKind.Unspecified) : null,
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
            IsManual = _isManual,
            WorkoutType = IsRace ? WorkoutType.Race : WorkoutType.None,
            ExternalIds = ActivityId is null ? [] : [$"garmin:{ActivityId}"],
            Warnings = Begin is null ? ["no-start: the summary does not say when it started"] : [],
        };
    }

    /// <summary>The recording's own values, with what only the summary knows.</summary>
    public RecordedActivity Join(RecordedActivity member)
    {
        var own = ToRecorded(member.File);
        return member with
        {
            Source = ActivitySource.GarminExport,
            Sport = SportWords.Prefer(SportWords.Find(TypeKey), member.Sport),
            StartLocal = own.StartLocal ?? member.StartLocal,
            ElapsedTime = member.ElapsedTime ?? own.ElapsedTime,
            TimerTime = member.TimerTime ?? own.TimerTime,
            MovingTime = member.MovingTime ?? own.MovingTime,
            Distance = member.Distance ?? own.Distance,
            ElevationGain = member.ElevationGain ?? own.ElevationGain,
            AverageHeartRateBpm = member.AverageHeartRateBpm ?? own.AverageHeartRateBpm,
            MaxHeartRateBpm = member.MaxHeartRateBpm ?? own.MaxHeartRateBpm,
            Title = Name ?? member.Title,
            Description = Description ?? member.Description,
            CarriedMass = own.CarriedMass ?? member.CarriedMass,
            WorkoutType = own.WorkoutType,
            ExternalIds = [.. own.ExternalIds, .. member.ExternalIds],
        };
    }

    private static long? Moment(double milliseconds) => milliseconds is >= FirstMoment and < LastMoment ? (long)milliseconds : null;

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
                TimerTime = TimeSpan.FromMilliseconds(value);
                break;
            case "movingDuration":
                MovingTime = TimeSpan.FromMilliseconds(value);
                break;
            case "elapsedDuration":
                ElapsedTime = TimeSpan.FromMilliseconds(value);
                break;
            case "avgHr":
                AverageHeartRateBpm = value < 255 ? value : null;
                break;
            case "maxHr":
                MaxHeartRateBpm = value < 255 ? value : null;
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
