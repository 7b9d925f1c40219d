namespace WeightedRun.Sandbox.Demo;

/// <summary>What the demo is asked for.</summary>
/// <param name="Runners">How many sample runners connect.</param>
/// <param name="StopsAfterwards">Whether it ends after the first full cycle, for scripts.</param>
/// <param name="SummaryFile">Where the figures go as JSON; null when nobody wants them.</param>
internal sealed record DemoOptions(int Runners, bool StopsAfterwards, string? SummaryFile);
