using WeightedRun.Analysis.Runs;

namespace WeightedRun.Worker.Digest;

/// <summary>Every address that a digest may lead to. What has none is not printed.</summary>
internal sealed record DigestLinks
{
    /// <summary>A digest that is not mailed leads nowhere.</summary>
    public static DigestLinks None { get; } = new();

    public string? Settings { get; init; }

    public string? Unsubscribe { get; init; }

    /// <summary>The week's report as a page.</summary>
    public string? Report { get; init; }

    /// <summary>Where a provider is connected again, or its key renewed.</summary>
    public Func<ConnectionTrouble, string?> Reconnect { get; init; } = _ => null;

    /// <summary>Where a rule, named by its code, and its source are explained.</summary>
    public Func<string, string?> Rule { get; init; } = _ => null;

    /// <summary>A rule's place on the page of all rules.</summary>
    public static string PlaceOf(string rule) => $"rules#{rule.Replace('.', '-')}";

    /// <summary>Where a run's tag is mended.</summary>
    public Func<ActivityId, string?> Fix { get; init; } = _ => null;

    /// <summary>Where a question about a run is answered; null for a question that must not be asked.</summary>
    public Func<DigestQuestionKind, ActivityId, AnswerLinks?> Answer { get; init; } = (_, _) => null;
}

/// <summary>The answers to a question. One about the load is answered in <see cref="Tell"/>, the others with yes or no.</summary>
internal sealed record AnswerLinks
{
    public string? Yes { get; init; }

    public string? No { get; init; }

    public string? Tell { get; init; }

    /// <summary>"Do not ask such questions any more."</summary>
    public string? Never { get; init; }
}

/// <summary>What a digest may ask about a run.</summary>
internal enum DigestQuestionKind
{
    /// <summary>Was it done with weight?</summary>
    Weighted,

    /// <summary>Tagged, but as quick and easy as without: was it really?</summary>
    ReallyWeighted,

    /// <summary>How much was it?</summary>
    Load,
}
