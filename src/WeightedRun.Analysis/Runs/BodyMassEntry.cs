using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Runs;

/// <summary>What the runner weighed from a date on.</summary>
public sealed record BodyMassEntry(DateOnly On, Mass Mass);
