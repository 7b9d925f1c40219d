using System.Net;
using System.Text.Json;

namespace WeightedRun.Sandbox.Tests.Strava.Activities;

public sealed class StreamTests
{
    [Fact]
    public async Task Streams_are_keyed_by_type_on_demand_and_all_of_one_length()
    {
        await using var connection = await Connection.OpenAsync();
        var path = $"/api/v3/activities/{connection.Upload().Id}/streams?keys=time,latlng,heartrate,watts";

        var keyed = (await connection.GetAsync(path + "&key_by_type=true")).Json;
        var listed = (await connection.GetAsync(path)).Json;

        Assert.Equal(["time", "latlng", "heartrate", "distance"], keyed.EnumerateObject().Select(stream => stream.Name));
        Assert.Equal(["time", "latlng", "heartrate", "distance"], listed.EnumerateArray().Select(stream => stream.GetProperty("type").GetString()));
        Assert.All(keyed.EnumerateObject(), stream => Assert.Equal(100, stream.Value.GetProperty("data").GetArrayLength()));
        Assert.Equal(2, keyed.GetProperty("latlng").GetProperty("data")[0].GetArrayLength());
    }

    [Fact]
    public async Task A_treadmill_run_has_no_positions()
    {
        await using var connection = await Connection.OpenAsync();
        var id = connection.World.Upload(connection.Athlete.Id, new() { Start = connection.Now.AddDays(-1), IsTrainer = true }).Id;

        var streams = (await connection.GetAsync($"/api/v3/activities/{id}/streams?keys=time,latlng&key_by_type=true")).Json;

        Assert.False(streams.TryGetProperty("latlng", out _));
        Assert.True(streams.TryGetProperty("time", out _));
    }

    [Fact]
    public async Task A_manual_run_has_no_streams_at_all_and_keys_must_be_named()
    {
        await using var connection = await Connection.OpenAsync();
        var manual = connection.World.Upload(connection.Athlete.Id, new() { Start = connection.Now.AddDays(-1), IsManual = true }).Id;

        Assert.Equal(HttpStatusCode.NotFound, (await connection.GetAsync($"/api/v3/activities/{manual}/streams?keys=time&key_by_type=true")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await connection.GetAsync($"/api/v3/activities/{connection.Upload().Id}/streams")).Status);
    }

    [Fact]
    public async Task Zones_put_all_of_the_time_where_the_average_is()
    {
        await using var connection = await Connection.OpenAsync();
        var id = connection.World.Upload(connection.Athlete.Id, new() { Start = connection.Now.AddDays(-1), AverageHeartRate = 152, MovingSeconds = 1800 }).Id;

        var zones = (await connection.GetAsync($"/api/v3/activities/{id}/zones")).Json[0];

        Assert.Equal("heartrate", zones.GetProperty("type").GetString());
        Assert.Equal(["0.0", "0.0", "1800.0", "0.0", "0.0"], zones.GetProperty("distribution_buckets").EnumerateArray().Select(bucket => bucket.GetProperty("time").GetRawText()));
    }

    [Fact]
    public async Task Laps_are_one_lap()
    {
        await using var connection = await Connection.OpenAsync();

        var laps = (await connection.GetAsync($"/api/v3/activities/{connection.Upload().Id}/laps")).Json;

        Assert.Equal(JsonValueKind.Array, laps.ValueKind);
        Assert.Equal(8000, laps[0].GetProperty("distance").GetDouble());
    }
}
