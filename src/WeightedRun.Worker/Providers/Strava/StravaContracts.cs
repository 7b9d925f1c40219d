namespace WeightedRun.Worker.Providers.Strava;

/// <summary>An activity as the list (summary) or the detail call tells it; the last two members come from the detail call alone.</summary>
internal sealed record StravaActivity
{
    public long Id { get; init; }

    public StravaAthlete? Athlete { get; init; }

    public string? Name { get; init; }

    /// <summary>The older, coarser word for the sport.</summary>
    public string? Type { get; init; }

    public string? SportType { get; init; }

    public string? StartDate { get; init; }

    /// <summary>The runner's own clock, with a false Z.</summary>
    public string? StartDateLocal { get; init; }

    /// <summary>Like <c>(GMT-05:00) America/New_York</c>; the part in brackets ignores summer time.</summary>
    public string? Timezone { get; init; }

    public double? UtcOffset { get; init; }

    public double? Distance { get; init; }

    public double? MovingTime { get; init; }

    public double? ElapsedTime { get; init; }

    public double? TotalElevationGain { get; init; }

    public double? AverageHeartrate { get; init; }

    public double? MaxHeartrate { get; init; }

    /// <summary>Turns of one leg a minute.</summary>
    public double? AverageCadence { get; init; }

    public double? AverageTemp { get; init; }

    public double? WorkoutType { get; init; }

    public bool? Trainer { get; init; }

    public bool? Commute { get; init; }

    public bool? Manual { get; init; }

    public bool? Private { get; init; }

    public string? Visibility { get; init; }

    public string? GearId { get; init; }

    public string? DeviceName { get; init; }

    public string? ExternalId { get; init; }

    public string? UploadIdStr { get; init; }

    public string? Description { get; init; }

    public StravaGear? Gear { get; init; }
}

internal sealed record StravaGear
{
    public string? Name { get; init; }

    public string? Nickname { get; init; }
}

/// <summary>Body mass in kilograms is there with <c>profile:read_all</c> alone; zero and absent mean unknown.</summary>
internal sealed record StravaAthlete
{
    public long Id { get; init; }

    public double? Weight { get; init; }
}

/// <summary>The answer of the token endpoint; the athlete is there after an exchange alone.</summary>
internal sealed record StravaTokenAnswer
{
    public string? AccessToken { get; init; }

    public string? RefreshToken { get; init; }

    public double? ExpiresAt { get; init; }

    public StravaAthlete? Athlete { get; init; }

    /// <summary>Says nothing: records print their members, and these belong in no log.</summary>
    public override string ToString() => nameof(StravaTokenAnswer);
}

internal sealed record StravaPushSubscription
{
    public long Id { get; init; }

    public string? CallbackUrl { get; init; }
}

internal sealed record StravaEvent
{
    public string? ObjectType { get; init; }

    public long ObjectId { get; init; }

    public string? AspectType { get; init; }

    public long OwnerId { get; init; }

    public long SubscriptionId { get; init; }

    public long EventTime { get; init; }
}

internal sealed record StravaFaultBody
{
    public string? Message { get; init; }

    public IReadOnlyList<StravaFaultError>? Errors { get; init; }
}

internal sealed record StravaFaultError
{
    public string? Resource { get; init; }

    public string? Field { get; init; }

    public string? Code { get; init; }
}
