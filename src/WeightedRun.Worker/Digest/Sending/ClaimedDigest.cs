using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Digest.Sending;

/// <summary>A digest that this worker has taken.</summary>
internal sealed record ClaimedDigest
{
    public required long DigestId { get; init; }

    public required RunnerId RunnerId { get; init; }

    public required DateOnly WeekStartsOn { get; init; }

    public required string Kind { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required int Attempts { get; init; }

    /// <summary>Its turn at the mailbox provider has been given already.</summary>
    public required bool HasTurn { get; init; }

    public required Guid Claim { get; init; }

    public Week Week => Week.Containing(WeekStartsOn, WeekStartsOn.DayOfWeek);
}

/// <summary>A digest that nobody got, or perhaps nobody.</summary>
internal sealed record UndeliveredDigest
{
    public required long DigestId { get; init; }

    public required RunnerId RunnerId { get; init; }

    public required DateOnly WeekStartsOn { get; init; }

    public required string State { get; init; }

    public string? StateReason { get; init; }
}
