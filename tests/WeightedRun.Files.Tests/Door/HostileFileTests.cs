using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using WeightedRun.Files.Tests.Fit;
using WeightedRun.Files.Tests.Fixtures;

namespace WeightedRun.Files.Tests.Door;

public sealed class HostileFileTests
{
    private static readonly ReadOptions Small = new() { MaxItemBytes = 1024 * 1024 };

    public static IEnumerable<TheoryDataRow<string>> Kinds() => [new("fit"), new("tcx"), new("gpx"), new("gz"), new("zip"), new("strava"), new("garmin")];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_prefix_gives_an_answer(string kind)
    {
        using var folder = new ScratchFolder();
        var file = Sample(kind);
        for (var length = 0; length < file.Length; length += Math.Max(1, file.Length / 400))
            AssertAnswered(Read(folder, file[..length]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_mutant_gives_an_answer(string kind)
    {
        using var folder = new ScratchFolder();
        var file = Sample(kind);
        var random = new Random(5);
        for (var mutant = 0; mutant < 400; mutant++)
        {
            var bytes = (byte[])file.Clone();
            for (var flips = random.Next(1, 10); flips > 0; flips--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            AssertAnswered(Read(folder, bytes));
        }
    }

    [Fact]
    public void Random_bytes_are_no_activity()
    {
        var random = new Random(3);
        for (var i = 0; i < 300; i++)
        {
            var bytes = new byte[random.Next(1, 5000)];
            random.NextBytes(bytes);
            Assert.Contains(Assert.Single(Reading.All(bytes)).Problem!.Code, (string[])["not-an-activity-file", "damaged"]);
        }
    }

    [Theory]
    [InlineData("gpx")]
    [InlineData("attribute")]
    [InlineData("cdata")]
    [InlineData("comment")]
    [InlineData("fit")]
    public void A_bomb_is_refused_without_being_unpacked_into_memory(string kind)
    {
        var bomb = Bomb(kind, megabytes: 48);
        Assert.InRange(bomb.Length, 1, 4_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();

        var result = Assert.Single(Reading.All(bomb, new ReadOptions { MaxItemBytes = 40L * 1024 * 1024 }));

        Assert.Contains(result.Problem!.Code, (string[])["too-large", "truncated", "corrupt"]);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 30);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16L * 1024 * 1024);
    }

    [Fact]
    public void A_bomb_in_a_zip_costs_only_itself()
    {
        using var folder = new ScratchFolder();
        var path = folder.WriteZip("a.zip", ("bomb.gpx", Encoding.UTF8.GetBytes("<gpx>" + new string(' ', 3_000_000))), ("run.fit", FitFixtures.Run()));
        var results = ActivityFiles.Read([path], Small).ToList();
        Assert.Equal("too-large", results[0].Problem!.Code);
        Assert.NotNull(results[1].Activity);
    }

    // Everything that was worth reading may be lost, but whoever named the file is told why, in words meant for it.
    private static void AssertAnswered(IReadOnlyList<ReadResult> results)
    {
        Assert.NotEmpty(results);
        Assert.DoesNotContain(results, result => result.Problem?.Code == Intake.ReadProblems.Unexpected);

        // Infinite numbers cannot be written.
        Assert.NotEmpty(System.Text.Json.JsonSerializer.Serialize(results));
    }

    private static IReadOnlyList<ReadResult> Read(ScratchFolder folder, byte[] bytes) => [.. ActivityFiles.Read([folder.Write("sample", bytes)], new ReadOptions { Parallelism = 1 })];

    private static byte[] Sample(string kind) => kind switch
    {
        "fit" => FitFixtures.Run(records: 30),
        "tcx" => Encoding.UTF8.GetBytes(TrackFixtures.Tcx()),
        "gpx" => Encoding.UTF8.GetBytes(TrackFixtures.Gpx(20)),
        "gz" => ScratchFolder.Gzip(FitFixtures.Run(records: 30)),
        "zip" => ScratchFolder.Zip(("a.fit", FitFixtures.Run(records: 30)), ("b.gpx", Encoding.UTF8.GetBytes(TrackFixtures.Gpx(20)))),
        "strava" => ExportFixtures.Strava(),
        _ => ExportFixtures.Garmin(),
    };

    private static byte[] Bomb(string kind, int megabytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            // A definition of a message that is never an activity's, then zeros that are its data for ever.
            gzip.Write(kind switch
            {
                "gpx" => "<gpx><trk><name>a"u8,
                "attribute" => "<gpx><trk name=\""u8,
                "comment" => "<gpx><!-- "u8,
                "cdata" => "<gpx><trk><name><![CDATA["u8,
                _ => new FitWriter { ClaimedSize = uint.MaxValue }.Define(0, 65280, FitWriter.Bytes(0, 255)).ToArray().AsSpan()[..^2],
            });
            var block = new byte[1024 * 1024];
            block.AsSpan().Fill(kind switch { "fit" => (byte)0, "cdata" => (byte)'<', "comment" => (byte)'<', _ => (byte)'a' });
            for (var i = 0; i < megabytes; i++)
                gzip.Write(block);
        }

        return packed.ToArray();
    }
}
