using WeightedRun.Analysis.Corrections;
using WeightedRun.Analysis.Forecasts;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Worker.Digest;

/// <summary>What a digest has to know beside the log: how fresh it is, where it comes from, and what happened since the last one.</summary>
internal sealed record DigestSituation
{
    /// <summary>Now, by the runner's clock.</summary>
    public required DateTime AsOfLocal { get; init; }

    /// <summary>Up to when everything is known, by the runner's clock, when that is too long ago to be quiet about; null when the data is fresh.</summary>
    public DateTime? StaleSinceLocal { get; init; }

    /// <summary>Whether nothing was mailed to this runner before.</summary>
    public bool IsFirst { get; init; }

    public IReadOnlyList<ConnectionTrouble> Troubles { get; init; } = [];

    /// <summary>Weeks reported earlier that have become others.</summary>
    public IReadOnlyList<CorrectedWeek> Corrections { get; init; } = [];

    /// <summary>Where a run comes from; a run that is not in it needs no attribution.</summary>
    public IReadOnlyDictionary<ActivityId, RunOrigin> Origins { get; init; } = new Dictionary<ActivityId, RunOrigin>();

    /// <summary>What the week after allows, where whoever asks has worked it out already; null: the composer does, as if nothing more is run in this one.</summary>
    public Allowance? NextWeek { get; init; }

    /// <summary>How many questions in a row were answered with no.</summary>
    public int Refusals { get; init; }

    /// <summary>What could not be read, in sentences.</summary>
    public IReadOnlyList<string> NotRead { get; init; } = [];
}

/// <summary>A connection that is broken since a date, or whose key ends on one.</summary>
internal sealed record ConnectionTrouble(ConnectionTroubleKind Kind, string Provider, DateOnly On);

internal enum ConnectionTroubleKind
{
    /// <summary>Nothing comes any more.</summary>
    Broken,

    /// <summary>Nothing will come from that date on.</summary>
    Expiring,
}

/// <summary>A week that changed after it was reported, and the runs whose tag did it.</summary>
internal sealed record CorrectedWeek(WeekCorrection Change, IReadOnlyList<RetaggedRun> Runs);

/// <summary>A run whose tag changed.</summary>
internal sealed record RetaggedRun(DateOnly Date, bool IsWeighted);

/// <summary>Who delivered a run, what recorded it as they name it, and where it is shown there.</summary>
internal sealed record RunOrigin(RunProvider Provider, string? Device = null, string? Url = null);

internal enum RunProvider
{
    Strava,
    Garmin,
    File,
}
