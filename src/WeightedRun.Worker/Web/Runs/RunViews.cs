using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Runs;

/// <summary>A page of runs by week, newest first, and the questions that are open.</summary>
public sealed record RunsView(IReadOnlyList<QuestionView> Questions, IReadOnlyList<RunWeekView> Weeks, PageLink? Newer, PageLink? Older, string? Empty);

/// <summary>"Was this run done with weight?"</summary>
public sealed record QuestionView(string Id, string Day, string Title, string Evidence, string Guess);

public sealed record RunWeekView(string Label, string Period, string Summary, IReadOnlyList<RunRowView> Runs);

/// <summary>The title is the runner's own text.</summary>
public sealed record RunRowView(string Id, string Day, string Title, string Distance, string Time, string Pace, string Load, string Evidence, bool IsWeighted);

/// <summary>One run with everything that is known about its weight.</summary>
public sealed record RunView
{
    public required string Id { get; init; }

    public required string Heading { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<(string Label, string Value)> Facts { get; init; }

    public required string Load { get; init; }

    public required string Evidence { get; init; }

    public required bool IsWeighted { get; init; }

    public required IReadOnlyList<RecordingView> Recordings { get; init; }

    /// <summary>What the runner did around it, the nearest first: one of them may be the same run.</summary>
    public required IReadOnlyList<RecordingView> Near { get; init; }

    public required string Kind { get; init; }

    public required string Mass { get; init; }

    public required bool IsImperial { get; init; }

    public string? Attribution { get; init; }

    public string? StravaUrl { get; init; }

    public string? Fault { get; init; }

    public string? MergeFault { get; init; }

    public string? Done { get; init; }
}

/// <summary>A recording, as it is chosen among others.</summary>
public sealed record RecordingView(string Id, string Name);
