using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Ingestion;

/// <summary>An activity on its way into the database, from a provider or from a file: nothing guessed, unknown is null, no position.</summary>
internal sealed record IncomingActivity
{
    /// <summary>The provider's name, e.g. <c>strava</c>, or the kind of file, e.g. <c>fit</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Its name at the source. With the source it names the activity among the runner's for good.</summary>
    public required string ExternalId { get; init; }

    public DateTimeOffset? StartAt { get; init; }

    /// <summary>By the runner's own clock, without a zone.</summary>
    public required DateTime StartLocal { get; init; }

    public TimeSpan? UtcOffset { get; init; }

    public string? TimeZone { get; init; }

    public required Sport Sport { get; init; }

    /// <summary>The source's own word for the sport.</summary>
    public string? ProviderSport { get; init; }

    public Surface Surface { get; init; }

    public Distance? Distance { get; init; }

    public TimeSpan? MovingTime { get; init; }

    public TimeSpan? ElapsedTime { get; init; }

    /// <summary>The watch's timer, where the source tells it apart from the moving time.</summary>
    public TimeSpan? TimerTime { get; init; }

    public Distance? ElevationGain { get; init; }

    public double? AverageHeartRateBpm { get; init; }

    public double? MaxHeartRateBpm { get; init; }

    public double? AverageCadenceSpm { get; init; }

    public double? TemperatureCelsius { get; init; }

    public bool IsManual { get; init; }

    public bool IsCommute { get; init; }

    /// <summary>Only the runner sees it at the source.</summary>
    public bool IsPrivate { get; init; }

    public WorkoutType WorkoutType { get; init; }

    public string? Title { get; init; }

    public string? GearId { get; init; }

    public string? Device { get; init; }

    public Mass? BodyMass { get; init; }

    /// <summary>The pack mass entered on the device.</summary>
    public Mass? CarriedMass { get; init; }

    /// <summary>A multisport activity that encloses others: its parts are counted, it is not.</summary>
    public bool IsParent { get; init; }

    /// <summary>The multisport activity it is a part of, by its name at the same source.</summary>
    public string? ParentExternalId { get; init; }

    /// <summary>Names under which other systems know it, without spaces.</summary>
    public IReadOnlyList<string> ExternalIds { get; init; } = [];

    /// <summary>What a list does not tell. Null: not known this time, and what is stored stays.</summary>
    public ActivityDetail? Detail { get; init; }
}

/// <summary>What only a look at the one activity tells.</summary>
internal sealed record ActivityDetail(string? Description, string? PrivateNote, string? GearName);

/// <summary>What became of one activity of a page.</summary>
internal sealed record StoredActivity
{
    public required ActivityRowId ActivityId { get; init; }

    public required string Source { get; init; }

    public required string ExternalId { get; init; }

    public required bool IsNew { get; init; }

    /// <summary>Something that the tagger or the rules read is another than before; true for a new one.</summary>
    public required bool IsChanged { get; init; }

    /// <summary>Whether its detail is stored, now or from before.</summary>
    public required bool HasDetail { get; init; }
}
