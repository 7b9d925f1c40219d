using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Questions;

/// <summary>Something to ask the runner about one run. Never a tag, never counted: an unanswered question costs nothing.</summary>
public sealed record WeightQuestion
{
    /// <summary>An untagged run that looks like one with weight.</summary>
    public const string WasItWeighted = "ask.suspected-weighted";

    /// <summary>A tagged run that looks like one without.</summary>
    public const string WasItReallyWeighted = "ask.really-weighted";

    /// <summary>What is asked: one of the two codes.</summary>
    public required string Code { get; init; }

    /// <summary>The run's first activity.</summary>
    public required ActivityId Activity { get; init; }

    /// <summary>The run's date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Speed per heartbeat against the runner's usual, in percent; negative is less.</summary>
    public required double EfficiencyChangePercent { get; init; }

    /// <summary>How many earlier tagged runs were on the same weekday at about the same hour: the more, the likelier.</summary>
    public required int AlikeRuns { get; init; }
}
