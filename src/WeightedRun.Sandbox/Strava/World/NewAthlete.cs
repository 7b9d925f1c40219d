namespace WeightedRun.Sandbox.Strava.World;

/// <summary>An athlete to add.</summary>
internal sealed record NewAthlete
{
    public string FirstName { get; init; } = "Runa";

    public string LastName { get; init; } = "Sample";

    public string? Sex { get; init; }

    public double? WeightKilograms { get; init; } = 70;

    public bool UsesFeet { get; init; }

    public string Zone { get; init; } = "Europe/Berlin";

    public IReadOnlyList<StravaGear> Gear { get; init; } = [];

    public StravaAthlete ToAthlete(AthleteId id, DateTimeOffset now) => new()
    {
        Id = id,
        FirstName = FirstName,
        LastName = LastName,
        Sex = Sex,
        WeightKilograms = WeightKilograms,
        UsesFeet = UsesFeet,
        Zone = TimeZoneInfo.FindSystemTimeZoneById(Zone),
        CreatedAt = now.AddYears(-3),
        Gear = Gear,
    };
}
