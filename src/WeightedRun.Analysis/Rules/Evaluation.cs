using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Rules;

/// <summary>One rule asked about one subject: codes and numbers, never prose. Rule and subject together are unique within a report.</summary>
public sealed record Evaluation
{
    /// <summary>The rule's stable code, e.g. <c>frequency.weekly-limit</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>What was judged: <c>week:2025-W10</c>, <c>activity:ID</c>, <c>date:2025-03-03</c>, <c>streak:2025-03-03</c> or <c>trend:2025-03-09</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>What became of it.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>How grave; only for a finding, and kept by a suppressed one.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Codes in upper case, e.g. <c>BODY_WEIGHT</c>; a set in a fixed order.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The activities concerned, in order of time.</summary>
    public IReadOnlyList<ActivityId> Activities { get; init; } = [];

    /// <summary>The numbers compared, unrounded; the unit is in the name.</summary>
    public IReadOnlyList<Measure> Observed { get; init; } = [];

    /// <summary>The limits they were compared with.</summary>
    public IReadOnlyList<Measure> Limits { get; init; } = [];

    /// <summary>The code of the rule that already says it; only for a suppressed finding.</summary>
    public string? SuppressedBy { get; init; }

    /// <summary>How much of what is needed there is; only for insufficient data that can be counted.</summary>
    public double? Have { get; init; }

    /// <summary>How much is needed.</summary>
    public double? Need { get; init; }

    /// <summary>Whether two answers are the same in every code and every number.</summary>
    public bool Equals(Evaluation? other) =>
        other is not null && Rule == other.Rule && Subject == other.Subject && Outcome == other.Outcome && Severity == other.Severity
        && SuppressedBy == other.SuppressedBy && Have == other.Have && Need == other.Need && Reasons.SequenceEqual(other.Reasons)
        && Activities.SequenceEqual(other.Activities) && Observed.SequenceEqual(other.Observed) && Limits.SequenceEqual(other.Limits);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Rule, Subject, Outcome, Severity);
}

/// <summary>A number with its name; the unit is in the name, e.g. <c>load_percent</c>.</summary>
public readonly record struct Measure(string Name, double Value);
