using System.Text;

namespace WeightedRun.Files.Tests.Door;

/// <summary>Reads text or bytes as one file.</summary>
internal static class Reading
{
    public static IReadOnlyList<ReadResult> All(byte[] bytes, ReadOptions? options = null) => ContentReader.Read(() => new MemoryStream(bytes), "a", options ?? new ReadOptions());

    public static IReadOnlyList<ReadResult> All(string text) => All(Encoding.UTF8.GetBytes(text));

    public static RecordedActivity Single(string text) => Assert.Single(All(text)).Activity!;

    public static ReadProblem Problem(string text) => Assert.Single(All(text)).Problem!;
}
