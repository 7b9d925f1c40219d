using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Rules;

/// <summary>A tagged run with the body that carried it and its place among the weighted runs before it.</summary>
internal sealed class TaggedRun
{
    private UsualDistance? _usual;
    private PaceModel? _pace;

    public TaggedRun(Session session, int index, BodyMassEntry? body)
    {
        (Session, Index, Body) = (session, index, body);
        IsCounted = session.IsCounted(body?.Mass);
        LoadPercent = session.TorsoLoad is { } load && body is not null ? load.Of(body.Mass).Percent : null;
    }

    public Session Session { get; }

    /// <summary>Position among all runs.</summary>
    public int Index { get; }

    /// <summary>The body mass in force on that day.</summary>
    public BodyMassEntry? Body { get; }

    /// <summary>Counts as a weighted run.</summary>
    public bool IsCounted { get; }

    /// <summary>The trunk's load in percent of body mass; null when either is unknown, or nothing is on the trunk.</summary>
    public double? LoadPercent { get; }

    public int Day => Session.Day;

    public bool HasTorso => Session.HasTorsoPiece;

    /// <summary>The counted run before.</summary>
    public TaggedRun? Previous { get; private set; }

    /// <summary>Position among the counted runs.</summary>
    public int Ordinal { get; private set; } = -1;

    /// <summary>Full weeks since the first weighted run ever, or since the start anew after a long break.</summary>
    public int StageWeeks { get; private set; }

    /// <summary>Its number since then: 1 is the first.</summary>
    public int StageIndex { get; private set; }

    /// <summary>Was used to weight before this log; nobody is after a long break.</summary>
    public bool IsExperienced { get; private set; }

    /// <summary>In the first four weeks of running with weight.</summary>
    public bool IsBeginner => IsCounted && !IsExperienced && StageWeeks < 4;

    private int StageStart { get; set; }

    private bool IsFirstStage { get; set; }

    public void Follow(TaggedRun? previous, History history)
    {
        Previous = previous;
        Ordinal = (previous?.Ordinal ?? -1) + 1;
        var isNewStage = previous is null || Day - previous.Day >= history.Thresholds.BreakDays.Third;
        StageStart = isNewStage ? Day : previous!.StageStart;
        StageIndex = isNewStage ? 1 : previous!.StageIndex + 1;
        StageWeeks = (Day - StageStart) / 7;
        IsFirstStage = previous is null || (previous.IsFirstStage && !isNewStage);
        IsExperienced = IsFirstStage && history.Profile is { ExperiencedSince: { } since, UsualLoad: not null } && since <= Session.Date;
    }

    public UsualDistance UsualDistanceIn(History history) => _usual ??= UsualDistance.Before(Session.Day, Index, history);

    public PaceModel PaceIn(History history) => _pace ??= PaceModel.Of(this, history);
}
