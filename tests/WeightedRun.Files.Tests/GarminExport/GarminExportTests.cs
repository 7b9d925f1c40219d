using System.Text;
using WeightedRun.Analysis.Runs;
using WeightedRun.Files.GarminExport;
using WeightedRun.Files.Tests.Fixtures;

namespace WeightedRun.Files.Tests.GarminExport;

public sealed class GarminExportTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_recording_is_joined_to_its_summary_by_its_start()
    {
        var run = Read()[0];
        Assert.Equal(ActivitySource.GarminExport, run.Source);
        Assert.Equal("Ruck it", run.Title);
        Assert.Equal("hills", run.Description);
        Assert.Equal(9.07185, run.CarriedMass!.Value.Kilograms, 6);
        Assert.Equal(601, run.Records);
        Assert.Equal(1800, run.Distance?.Meters);
        Assert.Equal(TimeSpan.FromSeconds(590), run.MovingTime);
        Assert.Equal("garmin:11", run.ExternalIds[0]);
    }

    [Fact]
    public void A_recording_without_a_summary_is_kept() => Assert.Null(Read()[1].Title);

    [Fact]
    public void A_summary_without_a_recording_is_kept_in_the_products_units_and_a_parent_is_not()
    {
        var activities = Read();
        Assert.Equal(3, activities.Count);
        var ruck = activities[2];
        Assert.Equal(Sport.Ruck, ruck.Sport);
        Assert.Equal(5000, ruck.Distance?.Meters);
        Assert.Equal(TimeSpan.FromHours(1), ruck.TimerTime);
        Assert.Equal(120, ruck.AverageCadenceSpm);
        Assert.Null(ruck.CarriedMass);
        Assert.Equal(TimeSpan.FromHours(2), ruck.StartLocal - ruck.StartUtc);
    }

    [Theory]
    [InlineData("""{"beginTimestamp":1,"summaryDTO":{"beginPackWeight":5000.0}}""", 5.0)]
    [InlineData("""{"beginTimestamp":1,"beginPackWeight":null,"distance":7}""", null)]
    [InlineData("""{"beginTimestamp":1,"beginPackWeight":0}""", null)]
    public void A_pack_mass_is_read_at_any_depth(string activity, double? kilograms)
    {
        var found = new List<GarminSummary>();
        GarminSummaries.Read(new MemoryStream(Encoding.UTF8.GetBytes($$"""[{"summarizedActivitiesExport":[{{activity}}]}]""")), found.Add);
        Assert.Equal(kilograms, Assert.Single(found).PackMass?.Kilograms);
    }

    [Fact]
    public void A_table_that_breaks_off_is_told_and_what_came_before_is_used()
    {
        var json = ExportFixtures.GarminJson;
        var results = ActivityFiles.Read([_folder.Write("g.zip", ExportFixtures.Garmin(json[..json.IndexOf("{\"activityId\":12", StringComparison.Ordinal)]))]).ToList();
        Assert.Equal("bad-json", results[0].Problem!.Code);
        Assert.Equal("Ruck it", results[1].Activity!.Title);
    }

    private List<RecordedActivity> Read() => [.. ActivityFiles.Read([_folder.Write("g.zip", ExportFixtures.Garmin())]).Select(result => result.Activity!)];
}
