using System.Diagnostics;
using WeightedRun.Files.Fit;
using WeightedRun.Files.Tests.Door;
using static WeightedRun.Files.Tests.Fit.FitFixtures;

namespace WeightedRun.Files.Tests.Fit;

[Collection(Alone.Name)]
public sealed class FitBoundsTests
{
    private const long Most = 64L * 1024 * 1024;

    [Fact]
    public void Records_without_number_cost_no_memory_each()
    {
        // 20 million records of three bytes: their times alone would be 80 MB, and twice that while they grow.
        var file = Open().Define(1, 20, FitWriter.U8(3), FitWriter.U8(4)).Raw([.. Enumerable.Repeat((byte[])[1, 150, 85], 1_000_000).SelectMany(bytes => bytes)]);
        var bytes = file.ToArray();
        var (results, allocated) = Measured(new Repeated(bytes, from: bytes.Length - 3_000_002, length: 3_000_000, times: 20));

        Assert.InRange(Assert.Single(results).Activity!.Records, 20_000_000, 20_000_001);
        Assert.InRange(allocated, 0, 8L * 1024 * 1024);
    }

    [Theory]
    [InlineData(499, 499)]
    [InlineData(500, 500)]
    [InlineData(501, 0)]
    public void More_sessions_than_any_recording_has_are_refused(int sessions, int activities)
    {
        var writer = Open();
        for (var i = 0u; i < sessions; i++)
            writer.WithSession(Start + (i * 100), 90);

        AssertActivities(FitReader.Read(new MemoryStream(writer.ToArray()), "a.fit"), activities);
    }

    [Theory]
    [InlineData(500, 500)]
    [InlineData(501, 0)]
    public void A_longer_chain_than_any_watch_writes_is_refused(int files, int activities) =>
        AssertActivities(FitReader.Read(new MemoryStream([.. Enumerable.Repeat(Run(records: 2), files).SelectMany(file => file)]), "a.fit"), activities);

    [Fact]
    public void A_chain_of_settings_ends_too() =>
        AssertActivities(FitReader.Read(new MemoryStream([.. Enumerable.Repeat(Open(fileType: 2).ToArray(), 501).SelectMany(file => file)]), "a.fit"), 0);

    [Fact]
    public void A_flood_of_sessions_is_not_read_to_its_end()
    {
        var writer = Open().Define(2, 18, FitWriter.U32(2), FitWriter.E8(5));
        for (var i = 0u; i < 200_000; i++)
            writer.Data(2, Start + i, Running);

        using var stream = new MemoryStream(writer.ToArray());
        var (results, allocated) = Measured(stream);

        AssertActivities(results, 0);
        Assert.InRange(allocated, 0, Most);
        Assert.InRange(stream.Position, 0, stream.Length / 2);
    }

    [Fact]
    public void Laps_and_records_are_shared_among_many_sessions_in_no_time()
    {
        const int Sessions = 400;
        var writer = Open();
        for (var i = 0u; i < Sessions; i++)
            writer.WithSession(Start + (i * 500), 490);

        writer.Define(3, 19, FitWriter.U32(2));
        for (var i = 0; i < 500 * Sessions; i++)
            writer.Data(3, Start + i);

        writer.Define(1, 20, FitWriter.U32(253));
        for (var i = 0; i < 500 * Sessions; i++)
            writer.Data(1, Start + i);

        var file = writer.ToArray();
        var clock = Stopwatch.StartNew();
        var activities = FitReader.Read(new MemoryStream(file), "a.fit").Select(result => result.Activity!).ToList();

        // Sharing 400,000 by trying each of 400 sessions for each of them took minutes.
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
        Assert.Equal(Sessions, activities.Count);
        Assert.All(activities, activity => Assert.Equal((500, 500), (activity.Laps, activity.Records)));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void More_records_than_a_week_of_seconds_are_not_shared_out_and_said(int beyond, bool isSaid)
    {
        var writer = Open().WithSession(Start, 60).WithSession(Start + 100, 60).Define(1, 20, FitWriter.U8(3));
        writer.Raw([.. Enumerable.Repeat((byte[])[1, 150], FitTimes.Most + beyond).SelectMany(bytes => bytes)]);

        var results = FitReader.Read(new MemoryStream(writer.ToArray()), "a.fit");

        Assert.All(results, result => Assert.Equal(isSaid, result.Activity!.Warnings.Any(warning => warning.StartsWith("too-many-records", StringComparison.Ordinal))));
    }

    private static void AssertActivities(IReadOnlyList<ReadResult> results, int count)
    {
        if (count == 0)
            Assert.Equal("too-many-sessions", Assert.Single(results).Problem!.Code);
        else
            Assert.Equal(count, results.Count(result => result.Activity is not null));
    }

    private static (IReadOnlyList<ReadResult> Results, long Allocated) Measured(Stream stream)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var results = FitReader.Read(stream, "a.fit");
        return (results, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
