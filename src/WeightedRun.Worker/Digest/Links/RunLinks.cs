using System.Globalization;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Links;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Digest.Links;

/// <summary>The links about runs: written into a digest, opened behind it.</summary>
internal sealed class RunLinks(SignedLinks links, PublicAddress pages)
{
    private const string Purpose = "say something about a run";

    // As long as somebody may still look at the digest before the next two.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(21);

    /// <summary>The address of the page.</summary>
    public Uri Of(RunLink link) => pages.Of($"run/{Sign(link)}");

    public string Sign(RunLink link) =>
        links.Sign(Purpose, string.Create(CultureInfo.InvariantCulture, $"{link.Runner.Value} {link.Answer} {link.Kind ?? "-"} {link.Run.Value}"), Lifetime);

    /// <summary>Null when it is not ours, or too old.</summary>
    public RunLink? Open(string token) => links.Open(Purpose, token)?.Split(' ', 4) is [var runner, var answer, var kind, var run]
        ? new RunLink(new RunnerId(long.Parse(runner, CultureInfo.InvariantCulture)), new ActivityId(run), kind == "-" ? null : kind, Enum.Parse<RunLinkAnswer>(answer))
        : null;
}
