using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Control;

/// <summary>What an athlete changes of an activity; what is not said stays.</summary>
internal sealed record ActivityEdit
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? SportType { get; init; }

    public Visibility? Visibility { get; init; }

    /// <summary>An empty text takes the gear off.</summary>
    public string? GearId { get; init; }

    public double? DistanceMeters { get; init; }

    public int? MovingSeconds { get; init; }

    public bool? HidesStartTime { get; init; }

    public StravaActivity Apply(StravaActivity activity) => activity with
    {
        Name = Name ?? activity.Name,
        Description = Description ?? activity.Description,
        SportType = SportType ?? activity.SportType,
        Visibility = Visibility ?? activity.Visibility,
        Gear = GearId switch { null => activity.Gear, "" => null, _ => new GearId(GearId) },
        DistanceMeters = DistanceMeters ?? activity.DistanceMeters,
        MovingSeconds = MovingSeconds ?? activity.MovingSeconds,
        HidesStartTime = HidesStartTime ?? activity.HidesStartTime,
    };
}
