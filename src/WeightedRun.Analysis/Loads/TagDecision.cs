using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Loads;

/// <summary>What the tagger made of one activity, and which words decided it. Same input, same decision, always.</summary>
public sealed record TagDecision
{
    /// <summary>Weighted, suspected or not.</summary>
    public required TagOutcome Outcome { get; init; }

    /// <summary>
    /// The equipment, the main piece first; empty when not weighted, but for what was pushed. Of a suspected run: what is asked about.
    /// </summary>
    public IReadOnlyList<CarriedPiece> Pieces { get; init; } = [];

    /// <summary>Who said it first; <see langword="null"/> when not weighted.</summary>
    public LoadSource? Source { get; init; }

    /// <summary>The load as written, such as <c>20 lb</c>; <see langword="null"/> when none is.</summary>
    public string? LoadText { get; init; }

    /// <summary>What to ask, each at most once.</summary>
    public IReadOnlyList<TagQuestion> Questions { get; init; } = [];

    /// <summary>For the question's field: a bare number in the runner's unit. Never counted before the runner confirms it.</summary>
    public Mass? SuggestedLoad { get; init; }

    /// <summary>The words that decided it.</summary>
    public IReadOnlyList<TagEvidence> Evidence { get; init; } = [];

    /// <summary>The cues behind it, for <see cref="AnswerLearning"/>.</summary>
    public IReadOnlyList<string> Cues { get; init; } = [];

    /// <summary>The question is about the bag of the way to work: the answer holds for all of them.</summary>
    public bool IsAboutUsualBag { get; init; }

    /// <summary>The version of the word lists.</summary>
    public required string LexiconVersion { get; init; }

    /// <summary>All carried pieces together; <see langword="null"/> when any of them is not known. Never includes what was pushed.</summary>
    public Mass? TotalLoad
    {
        get
        {
            var total = default(Mass);
            var any = false;
            foreach (var piece in Pieces)
            {
                if (piece.Kind.IsPushedOrDragged())
                    continue;

                if (piece.Mass is not { } mass)
                    return null;

                total += mass;
                any = true;
            }

            return any ? total : null;
        }
    }

    /// <summary>For the training log; <see langword="null"/> when not weighted.</summary>
    public CarriedLoad? ToCarriedLoad() => Outcome == TagOutcome.NotWeighted ? null : new CarriedLoad
    {
        Source = Source ?? LoadSource.Title,
        Pieces = Pieces,
        IsSuspected = Outcome == TagOutcome.Suspected,
        Evidence = Evidence.Count == 0 ? null : string.Join(" … ", Evidence.Select(evidence => evidence.Text)),
        Words = Evidence,
        Questions = Questions,
        LoadText = LoadText,
        LexiconVersion = LexiconVersion,
    };
}
