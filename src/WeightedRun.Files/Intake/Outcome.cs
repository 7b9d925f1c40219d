namespace WeightedRun.Files.Intake;

/// <summary>What came of a work item.</summary>
/// <param name="Results">Activities and problems.</param>
/// <param name="Container">It is no file to read but one to open.</param>
/// <param name="Bytes">How many bytes came out of it.</param>
internal readonly record struct Outcome(IReadOnlyList<ReadResult> Results, Container Container = Container.None, long Bytes = 0);

internal enum Container
{
    None,
    Zip,
    Folder,
}
