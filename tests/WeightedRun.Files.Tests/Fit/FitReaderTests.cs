using WeightedRun.Analysis.Runs;
using WeightedRun.Files.Fit;
using static WeightedRun.Files.Tests.Fit.FitFixtures;

namespace WeightedRun.Files.Tests.Fit;

public sealed class FitReaderTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_run_is_read_in_either_byte_order(bool isBigEndian)
    {
        var run = Single(Run(isBigEndian: isBigEndian));

        Assert.Equal(Sport.Run, run.Sport);
        Assert.Equal("generic", run.SubSport);
        Assert.Equal(new DateTime(2024, 5, 6, 6, 0, 0, DateTimeKind.Utc), run.StartUtc);
        Assert.Equal(new DateTime(2024, 5, 6, 8, 0, 0), run.StartLocal);
        Assert.Equal(TimeSpan.FromMilliseconds(600250), run.ElapsedTime);
        Assert.Equal(TimeSpan.FromMilliseconds(599500), run.TimerTime);
        Assert.Null(run.MovingTime);
        Assert.Equal(1800, run.Distance?.Meters);
        Assert.Equal(12, run.ElevationGain?.Meters);
        Assert.Equal(151, run.AverageHeartRateBpm);
        Assert.Equal(172, run.MaxHeartRateBpm);
        Assert.Equal(3.002, run.AverageSpeedMps);
        Assert.Equal(170, run.AverageCadenceSpm);
        Assert.Equal(601, run.Records);
        Assert.Equal("garmin fenix5xPlus", run.Device);
        Assert.Equal([$"fit:1-3111-123456-{Start}"], run.ExternalIds);
        Assert.Empty(run.Warnings);
    }

    [Fact]
    public void A_header_of_12_bytes_is_read() =>
        Assert.Empty(Single(new FitWriter { HeaderSize = 12 }.WithFileId().WithRecords(Start, 10).WithSession(Start, 10).ToArray()).Warnings);

    [Theory]
    [InlineData(1, 0, Sport.Run)]
    [InlineData(1, 3, Sport.TrailRun)]
    [InlineData(1, 4, Sport.TrackRun)]
    [InlineData(1, 1, Sport.TreadmillRun)]
    [InlineData(1, 45, Sport.TreadmillRun)]
    [InlineData(1, 58, Sport.VirtualRun)]
    [InlineData(11, 0, Sport.Walk)]
    [InlineData(17, 0, Sport.Hike)]
    [InlineData(17, 124, Sport.Ruck)]
    [InlineData(2, 0, Sport.Ride)]
    [InlineData(5, 17, Sport.Swim)]
    [InlineData(10, 20, Sport.Other)]
    public void Sports_are_told_apart(int sport, int subSport, Sport expected) => Assert.Equal(expected, Single(Run(sport: sport, subSport: subSport)).Sport);

    [Fact]
    public void Of_several_sessions_each_one_on_foot_is_an_activity_and_transitions_are_dropped()
    {
        var file = Open()
            .WithRecords(Start, 100).WithSession(Start, 100)
            .WithRecords(Start + 101, 10).WithSession(Start + 101, 10, Transition)
            .WithRecords(Start + 112, 50).WithSession(Start + 112, 50, Cycling)
            .WithRecords(Start + 163, 200).WithSession(Start + 163, 200, Walking)
            .WithLap(Start, 50).WithLap(Start + 50, 50).WithLap(Start + 163, 200)
            .ToArray();

        var activities = Read(file).Select(result => result.Activity!).ToList();

        Assert.Equal([Sport.Run, Sport.Walk], activities.Select(activity => activity.Sport));
        Assert.Equal([0, 3], activities.Select(activity => activity.Session));
        Assert.Equal([101, 201], activities.Select(activity => activity.Records));
        Assert.Equal([2, 1], activities.Select(activity => activity.Laps));
    }

    [Fact]
    public void A_session_may_come_before_its_records()
    {
        var run = Single(Open().WithSession(Start, 60).WithRecords(Start, 60).ToArray());
        Assert.Equal(61, run.Records);
        Assert.Equal(180, run.Distance?.Meters);
    }

    [Fact]
    public void Without_a_session_the_run_is_built_from_its_records()
    {
        var file = Open().WithRecords(Start, 100)
            .Define(6, 21, FitWriter.U32(253), FitWriter.E8(0), FitWriter.E8(1)).Data(6, Start + 10, 0, 4).Data(6, Start + 30, 0, 0)
            .Define(7, 12, FitWriter.E8(0)).Data(7, Running)
            .ToArray();

        var run = Single(file);

        Assert.Equal(Sport.Run, run.Sport);
        Assert.Equal(TimeSpan.FromSeconds(100), run.ElapsedTime);
        Assert.Equal(TimeSpan.FromSeconds(80), run.TimerTime);
        Assert.Equal(300, run.Distance?.Meters);
        Assert.Equal(150, run.AverageHeartRateBpm);
        Assert.StartsWith("no-session", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Compressed_timestamps_roll_over_and_compressed_distance_accumulates()
    {
        var writer = Open().Define(0, 20, FitWriter.U32(253), FitWriter.Bytes(8, 3)).Data(0, Start, Packed(0)).Define(1, 20, FitWriter.Bytes(8, 3));
        for (var second = 1u; second <= 100; second++)
            writer.CompressedData(1, Start + second, Packed(second * 5));

        var run = Single(writer.ToArray());

        Assert.Equal(TimeSpan.FromSeconds(100), run.ElapsedTime);
        Assert.Equal(500, run.Distance?.Meters);

        static byte[] Packed(uint meters)
        {
            var ticks = (meters * 16) & 0xFFF;
            return [0x2C, (byte)(0x01 | ((ticks & 0xF) << 4)), (byte)(ticks >> 4)];
        }
    }

    [Fact]
    public void A_redefinition_replaces_the_layout()
    {
        var file = Open().WithRecords(Start, 5).Define(1, 20, FitWriter.U8(3), FitWriter.U32(253)).Data(1, 150, Start + 6).WithSession(Start, 6).ToArray();
        Assert.Equal(7, Single(file).Records);
    }

    [Fact]
    public void Unknown_messages_fields_and_developer_data_are_skipped_by_size()
    {
        var file = Open()
            .Define(8, 65280, FitWriter.Bytes(7, 13)).Data(8, new byte[13])
            .Define(1, 20, FitWriter.U32(253), FitWriter.Bytes(200, 9), FitWriter.OfDeveloper(0, 0, 4)).Data(1, Start, new byte[9], new byte[4])
            .WithSession(Start, 30).ToArray();

        var run = Single(file);

        Assert.Equal(1, run.Records);
        Assert.Equal(90, run.Distance?.Meters);
    }

    [Fact]
    public void Session_fields_without_a_published_meaning_are_kept()
    {
        var file = Open(isBigEndian: true).Define(2, 18, FitWriter.U32(2), FitWriter.E8(5), FitWriter.U16(205), FitWriter.U16(206)).Data(2, Start, Running, 9072, 0xFFFF).ToArray();
        Assert.Equal([new UnknownField(205, 0x84, "7023")], Single(file).UnknownFields);
    }

    [Fact]
    public void Files_in_a_chain_are_read_one_by_one()
    {
        byte[] file = [.. Run(), .. Open(fileType: 2).ToArray(), .. Run(Start + 90000)];
        var activities = Read(file).Select(result => result.Activity!).ToList();
        Assert.Equal([0, 2], activities.Select(activity => activity.Segment));
    }

    private static List<ReadResult> Read(byte[] file) => [.. FitReader.Read(new MemoryStream(file), "a.fit")];

    private static RecordedActivity Single(byte[] file) => Assert.Single(Read(file)).Activity!;
}
