namespace WeightedRun.Files;

/// <summary>One thing found in a file: an activity, or the reason why there is none. Exactly one of the two is set.</summary>
public sealed record ReadResult
{
    private ReadResult(string file, RecordedActivity? activity, ReadProblem? problem)
    {
        File = file;
        Activity = activity;
        Problem = problem;
    }

    /// <summary>The path as it was given, with <c>/member</c> behind it for what lies in a ZIP or folder.</summary>
    public string File { get; }

    /// <summary>What was read.</summary>
    public RecordedActivity? Activity { get; }

    /// <summary>Why nothing was read.</summary>
    public ReadProblem? Problem { get; }

    /// <summary>An activity was read.</summary>
    public static ReadResult Of(RecordedActivity activity) => new(activity.File, activity, null);

    /// <summary>Nothing could be read.</summary>
    public static ReadResult Of(string file, ReadProblem problem) => new(file, null, problem);
}
