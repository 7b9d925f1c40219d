namespace WeightedRun.Files.Tests.Door;

/// <summary>Tests that measure the whole process run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "measures the whole process";
}
