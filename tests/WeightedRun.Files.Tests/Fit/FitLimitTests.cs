using WeightedRun.Files.Fit;
using static WeightedRun.Files.Tests.Fit.FitFixtures;

namespace WeightedRun.Files.Tests.Fit;

public sealed class FitLimitTests
{
    private const uint EndOf2099 = 3471379199;

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(3000, true)]
    [InlineData(3001, false)]
    public void A_body_mass_outside_20_to_300_kg_is_unknown(int tenths, bool isBelieved)
    {
        var run = Single(Open().WithBodyMass(tenths).WithRecords(Start, 60).WithSession(Start, 60));
        Assert.Equal(isBelieved ? tenths / 10.0 : null, run.BodyMass?.Kilograms);
        AssertWarned(run, "body_mass_kg", isBelieved);
    }

    [Theory]
    [InlineData(EndOf2099 - 1, true)]
    [InlineData(EndOf2099, true)]
    [InlineData(EndOf2099 + 1, false)]
    public void A_date_after_2099_is_unknown(uint start, bool isBelieved)
    {
        var run = Single(Open().WithSession(start, 60).WithRecords(start, 60));
        Assert.Equal(isBelieved, run.StartUtc is not null);
        AssertWarned(run, "start", isBelieved);
    }

    [Theory]
    [InlineData(1249, true)]
    [InlineData(1250, true)]
    [InlineData(1251, false)]
    public void Faster_than_anybody_runs_neither_distance_nor_time_is_known(int meters, bool isBelieved)
    {
        var run = Single(Session((9, meters * 100), (7, 100_000)));
        Assert.Equal(isBelieved ? meters : null, run.Distance?.Meters);
        Assert.Equal(isBelieved ? 100 : null, run.ElapsedTime?.TotalSeconds);
        AssertWarned(run, "distance_m", isBelieved);
    }

    [Theory]
    [InlineData(9, 199_999_900, "distance_m", true)]
    [InlineData(9, 200_000_000, "distance_m", true)]
    [InlineData(9, 200_000_100, "distance_m", false)]
    [InlineData(124, 12_499, "avg_speed_mps", true)]
    [InlineData(124, 12_500, "avg_speed_mps", true)]
    [InlineData(124, 12_501, "avg_speed_mps", false)]
    [InlineData(16, 24, "avg_hr", false)]
    [InlineData(16, 25, "avg_hr", true)]
    [InlineData(17, 250, "max_hr", true)]
    [InlineData(17, 251, "max_hr", false)]
    [InlineData(18, 150, "avg_cadence_spm", true)]
    [InlineData(18, 151, "avg_cadence_spm", false)]
    [InlineData(22, 34_999, "elevation_gain_m", true)]
    [InlineData(22, 35_000, "elevation_gain_m", true)]
    [InlineData(22, 35_001, "elevation_gain_m", false)]
    [InlineData(57, 70, "temperature_c", true)]
    [InlineData(57, 71, "temperature_c", false)]
    [InlineData(7, 2_592_000_000, "elapsed_s", true)]
    [InlineData(7, 2_592_001_000, "elapsed_s", false)]
    public void A_value_beyond_its_limit_is_unknown_and_named(int field, long value, string name, bool isBelieved) =>
        AssertWarned(Single(Session(((byte)field, value))), name, isBelieved);

    [Theory]
    [InlineData(249, true)]
    [InlineData(250, true)]
    [InlineData(251, false)]
    public void Nobody_climbs_2_m_a_second(int meters, bool isBelieved)
    {
        var run = Single(Session((7, 100_000), (22, meters)));
        Assert.Equal(isBelieved ? meters : null, run.ElevationGain?.Meters);
        AssertWarned(run, "elevation_gain_m", isBelieved);
    }

    [Fact]
    public void An_implausible_distance_of_the_session_is_taken_from_the_records()
    {
        var run = Single(Open().WithRecords(Start, 100).Define(2, 18, FitWriter.U32(2), FitWriter.E8(5), FitWriter.U32(9)).Data(2, Start, Running, 4_000_000_000));
        Assert.Equal(300, run.Distance?.Meters);
        Assert.Contains(run.Warnings, warning => warning.StartsWith("completed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_that_no_time_can_hold_gives_an_answer()
    {
        var file = Open().Define(2, 18, FitWriter.U32(2), FitWriter.E8(5), new FitWriter.Field(7, 0x89, 8)).Data(2, Start, Running, BitConverter.GetBytes(1e300));
        AssertWarned(Single(file), "elapsed_s", isBelieved: false);
    }

    private static FitWriter Session(params (byte Field, long Value)[] fields) =>
        Open().Define(2, 18, [FitWriter.U32(2), FitWriter.E8(5), .. fields.Select(field => FitWriter.U32(field.Field))])
            .Data(2, [Start, Running, .. fields.Select(field => (object)field.Value)]);

    private static void AssertWarned(RecordedActivity run, string field, bool isBelieved) =>
        Assert.Equal(!isBelieved, run.Warnings.Any(warning => warning.StartsWith($"implausible: {field} ", StringComparison.Ordinal)));

    private static RecordedActivity Single(FitWriter writer) => Assert.Single(FitReader.Read(new MemoryStream(writer.ToArray()), "a.fit")).Activity!;
}
