using WeightedRun.Analysis.Runs;
using WeightedRun.Files.Fit;
using static WeightedRun.Files.Tests.Fit.FitFixtures;

namespace WeightedRun.Files.Tests.Fit;

public sealed class FitCompletionTests
{
    private const double SemicirclesPerDegree = 2147483648 / 180.0;
    private const double MetersPerDegree = 111195.08;

    [Fact]
    public void Without_session_and_distance_field_the_way_is_measured_between_the_positions()
    {
        var run = Single(Track(Open(), seconds: 1000, degreesPerSecond: 0.00003));
        Assert.Equal(0.03 * MetersPerDegree, run.Distance!.Value.Meters, 0);
        Assert.Equal(3.336, run.AverageSpeedMps!.Value, 2);
    }

    [Fact]
    public void The_way_across_a_pause_does_not_count()
    {
        var writer = Track(Open(), seconds: 100, degreesPerSecond: 0.00003).Define(6, 21, FitWriter.U32(253), FitWriter.E8(0), FitWriter.E8(1));
        writer.Data(6, Start + 100, 0, 4).Data(6, Start + 400, 0, 0);
        var run = Single(Track(writer, seconds: 100, degreesPerSecond: 0.00003, from: Start + 400, latitude: 51));
        Assert.Equal(0.006 * MetersPerDegree, run.Distance!.Value.Meters, 0);
        Assert.Equal(200, run.TimerTime?.TotalSeconds);
    }

    [Theory]
    [InlineData(new[] { 100.0, 105 }, 0)]
    [InlineData(new[] { 100, 105.2 }, 5.2)]
    [InlineData(new[] { 100.0, 102, 104, 106, 108, 106, 104, 107, 109 }, 9)] // a dip within a climb
    [InlineData(new[] { 100.0, 96, 104, 98, 106, 90 }, 16)]
    [InlineData(new[] { 100.0, 103, 99, 102, 98, 101 }, 0)] // a wandering sensor
    [InlineData(new[] { 100.0, 160, 100 }, 60)]
    public void Climbs_count_whole_once_they_exceed_5_m(double[] altitudes, double gain)
    {
        var writer = Open().Define(1, 20, FitWriter.U32(253), FitWriter.U16(2));
        for (var i = 0; i < altitudes.Length; i++)
            writer.Data(1, Start + (60 * i), (altitudes[i] + 500) * 5);

        Assert.Equal(gain, Single(writer).ElevationGain!.Value.Meters, 6);
    }

    [Fact]
    public void Without_session_heart_rate_cadence_and_temperature_are_the_records()
    {
        var writer = Open().Define(7, 12, FitWriter.E8(0)).Data(7, Running).Define(1, 20, FitWriter.U32(253), FitWriter.U8(3), FitWriter.U8(4), FitWriter.U8(53), new FitWriter.Field(13, 0x01, 1));
        writer.Data(1, Start, 140, 84, 0, 20).Data(1, Start + 1, 150, 85, 64, 22).Data(1, Start + 2, 255, 255, 255, 127);

        var run = Single(writer);

        Assert.Equal((145, 150), (run.AverageHeartRateBpm, run.MaxHeartRateBpm));
        Assert.Equal((169.5, 21), (run.AverageCadenceSpm, run.TemperatureCelsius));
    }

    [Fact]
    public void A_session_that_says_only_its_sport_is_completed_from_its_records()
    {
        var run = Single(Open().WithRecords(Start, 100).Define(2, 18, FitWriter.U32(253), FitWriter.E8(5)).Data(2, Start + 100, Running));

        Assert.Equal(new DateTime(2024, 5, 6, 6, 0, 0, DateTimeKind.Utc), run.StartUtc);
        Assert.Equal((300, 100, 100), (run.Distance?.Meters, run.ElapsedTime?.TotalSeconds, run.TimerTime?.TotalSeconds));
        Assert.Equal("completed: the session does not say start, elapsed_s, distance_m; computed from what else was recorded", Assert.Single(run.Warnings));
    }

    [Fact]
    public void A_session_of_no_distance_has_that_of_its_records() =>
        Assert.Equal(300, Single(Open().WithRecords(Start, 100).Define(2, 18, FitWriter.U32(2), FitWriter.E8(5), FitWriter.U32(9)).Data(2, Start, Running, 0)).Distance?.Meters);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_session_without_sport_has_that_of_the_sport_message(bool isSportFirst)
    {
        var writer = Open();
        foreach (var isSport in (bool[])[isSportFirst, !isSportFirst])
        {
            if (isSport)
                writer.Define(7, 12, FitWriter.E8(0), FitWriter.E8(1)).Data(7, Running, 1);
            else
                writer.Define(2, 18, FitWriter.U32(2), FitWriter.U32(7)).Data(2, Start, 60_000);
        }

        Assert.Equal((Sport.TreadmillRun, "treadmill"), (Single(writer).Sport, Single(writer).SubSport));
    }

    [Fact]
    public void What_the_watch_did_not_sum_up_is_not_summed_up_for_it() =>
        Assert.Null(Single(Open().WithRecords(Start, 100).Define(2, 18, FitWriter.U32(2), FitWriter.E8(5)).Data(2, Start, Running)).AverageHeartRateBpm);

    private static FitWriter Track(FitWriter writer, int seconds, double degreesPerSecond, uint from = Start, double latitude = 50)
    {
        writer.Define(1, 20, FitWriter.U32(253), new FitWriter.Field(0, 0x85, 4), new FitWriter.Field(1, 0x85, 4));
        for (var i = 0; i <= seconds; i++)
            writer.Data(1, from + i, (latitude + (i * degreesPerSecond)) * SemicirclesPerDegree, 8 * SemicirclesPerDegree);

        return writer;
    }

    private static RecordedActivity Single(FitWriter writer) => Assert.Single(FitReader.Read(new MemoryStream(writer.ToArray()), "a.fit")).Activity!;
}
