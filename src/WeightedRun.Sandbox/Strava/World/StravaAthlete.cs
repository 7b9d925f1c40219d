namespace WeightedRun.Sandbox.Strava.World;

/// <summary>One athlete with gear and activities.</summary>
internal sealed class StravaAthlete
{
    public required AthleteId Id { get; init; }

    public required string FirstName { get; set; }

    public required string LastName { get; set; }

    /// <summary>M, F or unknown.</summary>
    public string? Sex { get; set; }

    /// <summary>Null is unknown, which Strava writes as 0.</summary>
    public double? WeightKilograms { get; set; }

    public bool UsesFeet { get; set; }

    public required TimeZoneInfo Zone { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public IReadOnlyList<StravaGear> Gear { get; set; } = [];

    public ActivityLog Activities { get; } = new();

    /// <summary>Held while an activity changes, so that the log, the index by id and the events agree.</summary>
    public Lock Writing { get; } = new();

    /// <summary>Where the runs of this athlete begin: somewhere at sea, no two alike.</summary>
    public GeoPoint Home => new(-40 - Id.Value % 1000 / 100.0, -20 - Id.Value / 1000 % 1000 / 100.0);

    public StravaGear? GearOf(GearId? id) => id is null ? null : Gear.FirstOrDefault(gear => gear.Id == id);
}
