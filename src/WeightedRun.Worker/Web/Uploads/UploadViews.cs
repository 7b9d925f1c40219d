namespace WeightedRun.Worker.Web.Uploads;

public sealed record UploadView(int Megabytes, string Zone, string? Fault);

/// <summary>What came of one upload. Of very many problems only the first are named.</summary>
public sealed record UploadReport(string FileName, int ActivitiesRead, int Runs, int Added, int Changed, IReadOnlyList<string> Problems, int ProblemCount)
{
    /// <summary>The figures follow.</summary>
    public bool IsReading { get; init; }

    /// <summary>Nothing is known but what went wrong.</summary>
    public static UploadReport Of(string fileName, string problem) => new(fileName, 0, 0, 0, 0, [problem], 1);
}
