using WeightedRun.Files.Tests.Fixtures;

namespace WeightedRun.Files.Tests.Door;

public sealed class RealFileMutationTests
{
    private const int LongestPrefixed = 40_000;

    public static IEnumerable<TheoryDataRow<string>> Files() =>
        SharedData.Folder("fit") is { } folder ? Directory.GetFiles(folder, "*.fit").Order(StringComparer.Ordinal).Select(file => new TheoryDataRow<string>(Path.GetFileName(file))) : [new TheoryDataRow<string>("")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_mutant_and_prefix_of_a_real_recording_gives_an_answer(string name)
    {
        var folder = SharedData.Folder("fit") ?? SharedData.Skip("fit");
        var file = File.ReadAllBytes(Path.Combine(folder, name));
        var random = new Random(11);
        for (var mutant = 0; mutant < 60; mutant++)
        {
            var bytes = (byte[])file.Clone();
            for (var flips = random.Next(1, 12); flips > 0; flips--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            AssertAnswered(bytes);
            AssertAnswered(ScratchFolder.Gzip(bytes)[..^random.Next(40)]);
        }

        for (var length = 1; length < file.Length; length += Math.Max(1, Math.Min(file.Length, LongestPrefixed) / 60))
            AssertAnswered(file[..length]);
    }

    private static void AssertAnswered(byte[] bytes)
    {
        var results = Reading.All(bytes);
        Assert.NotEmpty(results);
        Assert.DoesNotContain(results, result => result.Problem?.Code == Intake.ReadProblems.Unexpected);

        // Infinite numbers cannot be written.
        Assert.NotEmpty(System.Text.Json.JsonSerializer.Serialize(results));
    }
}
