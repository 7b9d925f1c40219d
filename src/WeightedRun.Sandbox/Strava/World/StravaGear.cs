namespace WeightedRun.Sandbox.Strava.World;

internal sealed record StravaGear
{
    public required GearId Id { get; init; }

    public required string Name { get; init; }

    public string? Nickname { get; init; }

    public bool IsPrimary { get; init; }

    public bool IsRetired { get; init; }

    public double DistanceMeters { get; init; }

    public string? BrandName { get; init; }

    public string? ModelName { get; init; }

    public string? Description { get; init; }
}
