namespace WeightedRun.Sandbox.Demo.Cast;

/// <summary>A runner who does not exist: what he is there to show, what he tells of himself, how he trains.</summary>
internal sealed record SampleRunner
{
    public required string Name { get; init; }

    /// <summary>In a few words, for whoever looks at the demo.</summary>
    public required string Shows { get; init; }

    public required IReadOnlyList<PlannedRun> Runs { get; init; }

    /// <summary>Null for one who does not tell.</summary>
    public double? BodyKilograms { get; init; } = 70;

    public int BirthYear { get; init; } = 1990;

    public string Zone { get; init; } = "Europe/Berlin";

    public bool IsGerman { get; init; }

    public bool UsesPounds { get; init; }

    /// <summary>Has run with weight for long before he came.</summary>
    public bool IsExperienced { get; init; } = true;

    /// <summary>Brings a key of Garmin's instead of connecting Strava.</summary>
    public bool HasGarmin { get; init; }

    /// <summary>Takes the application's access away after the first digest.</summary>
    public bool TakesAccessAway { get; init; }

    /// <summary>Connects shortly before the second digest.</summary>
    public bool ComesLate { get; init; }

    public string Email => $"{Name.ToLowerInvariant().Replace(' ', '.')}@runners.example";
}
