using System.Net;
using WeightedRun.Sandbox.Strava.Faults;

namespace WeightedRun.Sandbox.Tests.Strava.Faults;

public sealed class QuirkTests
{
    [Theory]
    [InlineData(9, HttpStatusCode.NotFound)]
    [InlineData(10, HttpStatusCode.OK)]
    [InlineData(11, HttpStatusCode.OK)]
    public async Task A_new_activity_may_not_be_there_yet(int seconds, HttpStatusCode status)
    {
        await using var connection = await AtRestAsync(new() { NotFoundSecondsAfterUpload = 10 });
        var id = connection.Upload().Id;

        connection.Sandbox.Clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(status, (await connection.GetAsync($"/api/v3/activities/{id}")).Status);
    }

    [Theory]
    [InlineData(9, "{}")]
    [InlineData(10, null)]
    public async Task The_streams_of_a_new_activity_may_be_empty_at_first(int seconds, string? body)
    {
        await using var connection = await AtRestAsync(new() { NoStreamsSecondsAfterUpload = 10 });
        var id = connection.Upload().Id;

        connection.Sandbox.Clock.Advance(TimeSpan.FromSeconds(seconds));
        var streams = await connection.GetAsync($"/api/v3/activities/{id}/streams?keys=time&key_by_type=true");

        Assert.Equal(HttpStatusCode.OK, streams.Status);
        Assert.Equal(body is not null, streams.Text == "{}");
    }

    [Fact]
    public async Task Whole_numbers_may_come_with_a_decimal_point_and_ids_never()
    {
        await using var connection = await AtRestAsync(new() { WritesFloatsForIntegers = true });
        var id = connection.Upload().Id;

        var run = (await connection.GetAsync("/api/v3/athlete/activities")).Json[0];
        var stats = (await connection.GetAsync($"/api/v3/athletes/{connection.Athlete.Id}/stats")).Json;

        Assert.Equal(("2880.0", "2937.0", $"{id}"), (run.GetProperty("moving_time").GetRawText(), run.GetProperty("elapsed_time").GetRawText(), run.GetProperty("id").GetRawText()));
        Assert.Equal("2880.0", stats.GetProperty("all_run_totals").GetProperty("moving_time").GetRawText());
    }

    [Fact]
    public async Task Keys_may_be_missing()
    {
        await using var connection = await AtRestAsync(new() { MissingKeys = ["sport_type", "utc_offset", "gear_id"] });
        connection.Upload();

        var run = (await connection.GetAsync("/api/v3/athlete/activities")).Json[0];

        foreach (var key in (string[])["sport_type", "utc_offset", "gear_id"])
            Assert.False(run.TryGetProperty(key, out _), key);

        Assert.True(run.TryGetProperty("id", out _));
    }

    private static async Task<Connection> AtRestAsync(Quirks quirks)
    {
        var connection = await Connection.OpenAsync();
        connection.Sandbox.Clock.Set(connection.Now, isStopped: true);
        connection.World.Quirks = quirks;
        return connection;
    }
}
