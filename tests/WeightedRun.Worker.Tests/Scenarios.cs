namespace WeightedRun.Worker.Tests;

/// <summary>Whole installations under thousands of events, kills and faults: each has the machine to itself, so that patience measures the product and not its neighbours.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class Scenarios
{
    public const string Name = "scenarios";
}
