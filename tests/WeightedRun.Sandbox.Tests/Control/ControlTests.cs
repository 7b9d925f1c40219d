using System.Net;
using System.Text;
using WeightedRun.Sandbox.Tests.Strava;

namespace WeightedRun.Sandbox.Tests.Control;

public sealed class ControlTests
{
    [Fact]
    public async Task An_athlete_uploads_edits_and_deletes()
    {
        await using var connection = await Connection.OpenAsync();
        var athlete = connection.Athlete.Id;

        var id = (await ControlAsync(connection, "POST", $"/athletes/{athlete}/activities", """{"start":"2026-11-20T06:00:00Z","name":"Run","visibility":"only_me"}""")).Json.GetProperty("id").GetInt64();
        await ControlAsync(connection, "PATCH", $"/activities/{id}", """{"name":"Vest run","visibility":"everyone","gear_id":"g1"}""");
        var run = (await connection.GetAsync("/api/v3/athlete/activities")).Json[0];
        var deleted = await ControlAsync(connection, "DELETE", $"/activities/{id}");

        Assert.Equal(("Vest run", "everyone", "g1"), (run.GetProperty("name").GetString(), run.GetProperty("visibility").GetString(), run.GetProperty("gear_id").GetString()));
        Assert.Equal(HttpStatusCode.NoContent, deleted.Status);
        Assert.Equal("[]", (await connection.GetAsync("/api/v3/athlete/activities")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await ControlAsync(connection, "DELETE", $"/activities/{id}")).Status);
    }

    [Theory]
    [InlineData("POST", "/athletes/1/activities", """{"start":"2026-11-20T06:00:00Z"}""", 404, "There is no athlete 1.")]
    [InlineData("POST", "/athletes", """{"first_nam":"Ada"}""", 400, "first_nam")]
    [InlineData("POST", "/athletes", """{"zone":"Europe/Nowhere"}""", 400, "Europe/Nowhere")]
    [InlineData("POST", "/faults", """{"kind":"earthquake"}""", 400, "$.kind")]
    [InlineData("PATCH", "/apps/9", """{"is_active":false}""", 404, "There is no application 9.")]
    [InlineData("POST", "/events", """{"object_type":"athlete","object_id":1,"aspect_type":"update","owner_id":1,"subscription_id":1,"event_time":1}""", 404, "Nobody has subscribed.")]
    public async Task A_wrong_call_is_told_what_is_wrong(string method, string path, string body, int status, string told)
    {
        await using var connection = await Connection.OpenAsync();

        var refused = await ControlAsync(connection, method, path, body);

        Assert.Equal(status, (int)refused.Status);
        Assert.Contains(told, refused.Json.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consent_apps_limits_and_usage_are_set()
    {
        await using var connection = await Connection.OpenAsync();

        await ControlAsync(connection, "PUT", "/consent", """{"mode":"deny"}""");
        await ControlAsync(connection, "PUT", "/apps/12345/limits", """{"overall":{"quarter_hour":10,"day":20},"read":{"quarter_hour":5,"day":6}}""");
        await ControlAsync(connection, "PUT", "/apps/12345/usage", """{"overall":{"quarter_hour":4,"day":4},"read":{"quarter_hour":4,"day":4}}""");

        Assert.Equal("access_denied", (await connection.AuthorizeAsync()).Callback["error"]);
        var last = await connection.GetAsync("/api/v3/athlete");
        Assert.Equal(("10,20", "5,5", "5,6"), (last.Headers["X-RateLimit-Limit"], last.Headers["X-RateLimit-Usage"], last.Headers["X-ReadRateLimit-Limit"]));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await connection.GetAsync("/api/v3/athlete")).Status);
        await ControlAsync(connection, "PATCH", "/apps/12345", """{"is_active":false}""");
        Assert.Equal(HttpStatusCode.Forbidden, (await connection.RefreshAsync()).Status);
    }

    [Fact]
    public async Task The_clock_is_set_stopped_and_moved()
    {
        await using var connection = await Connection.OpenAsync();

        await ControlAsync(connection, "PUT", "/clock", """{"now":"2026-12-01T00:00:00Z","is_stopped":true}""");
        var moved = await ControlAsync(connection, "POST", "/clock/advance", """{"seconds":90}""");

        Assert.Equal(new DateTimeOffset(2026, 12, 1, 0, 1, 30, TimeSpan.Zero), moved.Json.GetProperty("now").GetDateTimeOffset());
        Assert.Equal(HttpStatusCode.Unauthorized, (await connection.GetAsync("/api/v3/athlete")).Status);
    }

    [Fact]
    public async Task Faults_and_quirks_are_set_seen_and_cleared()
    {
        await using var connection = await Connection.OpenAsync();
        var id = connection.Upload().Id;

        await ControlAsync(connection, "POST", "/faults", $$"""{"kind":"error","activity":{{id}}}""");
        await ControlAsync(connection, "PUT", "/quirks", """{"rate_headers":"missing","missing_keys":["timezone"]}""");
        var struck = await connection.GetAsync($"/api/v3/activities/{id}");
        var faults = (await ControlAsync(connection, "GET", "/faults")).Json;
        await ControlAsync(connection, "DELETE", "/faults");
        var sound = await connection.GetAsync($"/api/v3/activities/{id}");

        Assert.Equal(HttpStatusCode.InternalServerError, struck.Status);
        Assert.Equal(1, faults.GetProperty("struck").GetInt32());
        Assert.Equal(id.Value, faults.GetProperty("faults")[0].GetProperty("activity").GetInt64());
        Assert.False(sound.Json.TryGetProperty("timezone", out _));
        Assert.DoesNotContain("X-RateLimit-Usage", sound.Headers.Keys);
    }

    [Fact]
    public async Task Calls_are_counted_by_endpoint_and_status_whatever_the_prefix()
    {
        await using var connection = await Connection.OpenAsync();
        var id = connection.Upload().Id;
        await ControlAsync(connection, "DELETE", "/calls");

        await connection.GetAsync($"/api/v3/activities/{id}");
        await connection.GetAsync($"/activities/{id}");
        await connection.GetAsync("/api/v3/activities/1");

        var calls = (await ControlAsync(connection, "GET", "/calls")).Json;
        Assert.Equal(3, calls.GetProperty("total").GetInt32());
        Assert.Equal(["GET /activities/{id} 200 2", "GET /activities/{id} 404 1"], calls.GetProperty("calls").EnumerateArray().Select(call => $"{call.GetProperty("endpoint")} {call.GetProperty("status")} {call.GetProperty("calls")}"));
        Assert.Equal(2, calls.GetProperty("detail_reads").GetProperty($"{id}").GetInt32());
    }

    [Fact]
    public async Task Truth_is_every_activity_of_every_athlete_and_who_is_connected()
    {
        await using var connection = await Connection.OpenAsync();
        var run = connection.Upload(name: "Vest run");
        connection.World.AddAthlete(new());

        var truth = (await ControlAsync(connection, "GET", "/truth")).Json.GetProperty("athletes");
        var one = (await ControlAsync(connection, "GET", $"/truth?athlete={connection.Athlete.Id}")).Json.GetProperty("athletes");

        Assert.Equal((2, 1), (truth.GetArrayLength(), one.GetArrayLength()));
        Assert.Equal("read,profile:read_all,activity:read_all", truth[0].GetProperty("grants")[0].GetProperty("scope").GetString());
        Assert.Equal((run.Id.Value, "Vest run", 8000.0), (truth[0].GetProperty("activities")[0].GetProperty("id").GetInt64(), truth[0].GetProperty("activities")[0].GetProperty("name").GetString(), truth[0].GetProperty("activities")[0].GetProperty("distance_m").GetDouble()));
        Assert.Equal(0, truth[1].GetProperty("grants").GetArrayLength());
    }

    [Fact]
    public async Task An_athlete_disconnects_in_the_settings()
    {
        await using var connection = await Connection.OpenAsync();

        var revoked = await ControlAsync(connection, "POST", $"/athletes/{connection.Athlete.Id}/deauthorize");

        Assert.Equal(1, revoked.Json.GetProperty("revoked").GetInt32());
        Assert.Equal(HttpStatusCode.Unauthorized, (await connection.GetAsync("/api/v3/athlete")).Status);
    }

    [Fact]
    public async Task Thousands_are_connected_without_a_browser()
    {
        await using var connection = await Connection.OpenAsync();
        await ControlAsync(connection, "PATCH", "/apps/12345", """{"athlete_cap":2}""");
        var ids = (await ControlAsync(connection, "POST", "/athletes/generate", """{"count":2,"days":30}""")).Json.GetProperty("ids");

        var granted = await ControlAsync(connection, "POST", $"/athletes/{ids[0]}/grants", """{"client_id":12345}""");
        var tooMany = await ControlAsync(connection, "POST", $"/athletes/{ids[1]}/grants", """{"client_id":12345}""");

        Assert.NotEmpty((await connection.GetAsync("/api/v3/athlete/activities", granted.Json.GetProperty("access_token").GetString())).Ids);
        Assert.Contains("athlete_cap", tooMany.Json.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    private static async Task<Reply> ControlAsync(Connection connection, string method, string path, string? body = null)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await connection.SendAsync(new HttpMethod(method), "/sandbox" + path, token: null, content);
    }
}
