using WeightedRun.Analysis.Runs;
using WeightedRun.Files.Tests.Door;
using WeightedRun.Files.Tests.Fixtures;

namespace WeightedRun.Files.Tests.Gpx;

public sealed class GpxReaderTests
{
    [Fact]
    public void A_track_with_extensions_is_read()
    {
        var run = Reading.Single(TrackFixtures.Gpx(600));

        Assert.Equal(ActivitySource.Gpx, run.Source);
        Assert.Equal(Sport.Run, run.Sport);
        Assert.Equal("Morning", run.Title);
        Assert.Equal("d", run.Description);
        Assert.Equal(TrackFixtures.Start, run.StartUtc);
        Assert.Null(run.StartLocal);
        Assert.Equal(1800, run.Distance!.Value.Meters, 0);
        Assert.Equal(TimeSpan.FromSeconds(600), run.ElapsedTime);
        Assert.Equal(TimeSpan.FromSeconds(600), run.MovingTime);
        Assert.Equal(150, run.AverageHeartRateBpm);
        Assert.Equal(170, run.AverageCadenceSpm);
        Assert.InRange(run.ElevationGain!.Value.Meters, 50, 60);
        Assert.Equal(601, run.Records);
        Assert.Equal("A Watch", run.Device);
    }

    [Theory]
    [InlineData("9", Sport.Run)]
    [InlineData("trail_running", Sport.TrailRun)]
    [InlineData("Hiking", Sport.Hike)]
    [InlineData("rucking", Sport.Ruck)]
    [InlineData("kitesurfing", Sport.Other)]
    [InlineData(null, Sport.Other)]
    public void The_type_names_the_sport(string? type, Sport sport) => Assert.Equal(sport, Reading.Single(TrackFixtures.Gpx(type: type)).Sport);

    [Fact]
    public void A_pause_between_segments_counts_neither_as_time_nor_as_distance()
    {
        var text = TrackFixtures.Gpx(100).Replace("</trkseg>", $"</trkseg><trkseg>{TrackFixtures.GpxPoints(400, 500)}</trkseg>", StringComparison.Ordinal);
        var run = Reading.Single(text);
        Assert.Equal(600, run.Distance!.Value.Meters, 0);
        Assert.Equal(TimeSpan.FromSeconds(200), run.TimerTime);
        Assert.Equal(TimeSpan.FromSeconds(500), run.ElapsedTime);
    }

    [Fact]
    public void Points_without_time_give_a_distance_and_a_warning()
    {
        var run = Reading.Single(TrackFixtures.Gpx(hasTime: false));
        Assert.Equal(300, run.Distance!.Value.Meters, 0);
        Assert.Null(run.StartUtc);
        Assert.Null(run.TimerTime);
        Assert.StartsWith("no-time", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_heart_rate_of_zero_is_unknown() => Assert.Null(Reading.Single(TrackFixtures.Gpx(heartRate: "0")).AverageHeartRateBpm);

    [Fact]
    public void Metadata_alone_is_a_problem() =>
        Assert.Equal("no-track-points", Reading.Problem("<gpx xmlns=\"http://www.topografix.com/GPX/1/1\"><metadata><name>x</name></metadata></gpx>").Code);

    [Fact]
    public void A_file_that_breaks_off_keeps_what_was_read()
    {
        var text = TrackFixtures.Gpx(100);
        var run = Reading.Single(text[..(text.Length / 2)]);
        Assert.InRange(run.Records, 30, 70);
        Assert.StartsWith("truncated", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE gpx [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>")]
    [InlineData("<!DOCTYPE gpx SYSTEM \"file:///etc/passwd\">")]
    public void A_document_type_is_refused(string type) =>
        Assert.Equal("unsafe-xml", Reading.Problem(TrackFixtures.Gpx().Replace("<gpx", type + "<gpx", StringComparison.Ordinal)).Code);

    [Fact]
    public void The_type_of_a_link_is_not_the_type_of_the_track()
    {
        var run = Reading.Single("""
            <gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><link href="a"><text>x</text><type>text/html</type></link>
            <type>trail_running</type><trkseg><trkpt lat="1" lon="1"><name>far</name><time>2025-03-06T07:00:00Z</time></trkpt></trkseg></trk></gpx>
            """);

        Assert.Equal((Sport.TrailRun, null), (run.Sport, run.Title));
    }
}
