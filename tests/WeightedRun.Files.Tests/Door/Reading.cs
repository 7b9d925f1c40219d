using System.Text;
using WeightedRun.Files.Intake;
using WeightedRun.Files.Trees;

namespace WeightedRun.Files.Tests.Door;

/// <summary>Reads text or bytes as one file.</summary>
internal static class Reading
{
    public static IReadOnlyList<ReadResult> All(byte[] bytes, ReadOptions? options = null) =>
        ItemReader.Read(new WorkItem { Name = "a", File = new BytesFile(bytes) }, options ?? new ReadOptions()).Results;

    public static IReadOnlyList<ReadResult> All(string text) => All(Encoding.UTF8.GetBytes(text));

    public static RecordedActivity Single(string text) => Assert.Single(All(text)).Activity!;

    public static ReadProblem Problem(string text) => Assert.Single(All(text)).Problem!;

    private sealed class BytesFile(byte[] bytes) : TreeFile("a", bytes.Length)
    {
        public override Stream Open() => new MemoryStream(bytes);

        public override (ByteRange Bytes, IDisposable? Owned)? InPlace() => null;
    }
}
