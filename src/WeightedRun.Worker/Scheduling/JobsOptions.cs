using System.ComponentModel.DataAnnotations;
using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Scheduling;

/// <summary>Section <c>Jobs</c>.</summary>
internal sealed class JobsOptions : ISettings
{
    public static string Section => "Jobs";

    /// <summary>How many jobs one process does at once. Jobs wait for providers most of their time, so this may be several times the number of cores.</summary>
    [Range(1, 100)]
    public int Workers { get; set; } = Math.Clamp(Environment.ProcessorCount * 4, 4, 20);

    /// <summary>How long a job that another process enqueued may lie before it is seen.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    public IEnumerable<WrongSetting> FindWrong() => [];
}
