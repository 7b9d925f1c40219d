using System.Net;
using System.Text.Json;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Tests.Strava.Athletes;

public sealed class AthleteTests
{
    [Fact]
    public async Task Weight_and_gear_need_the_profile_scope()
    {
        await using var full = await Connection.OpenAsync();
        await using var narrow = await Connection.OpenAsync("read");

        var detailed = (await full.GetAsync("/api/v3/athlete")).Json;
        var summary = (await narrow.GetAsync("/api/v3/athlete")).Json;

        Assert.Equal((3, 70.0), (detailed.GetProperty("resource_state").GetInt32(), detailed.GetProperty("weight").GetDouble()));
        Assert.Equal("g1", detailed.GetProperty("shoes")[0].GetProperty("id").GetString());
        Assert.Equal(2, summary.GetProperty("resource_state").GetInt32());
        Assert.False(summary.TryGetProperty("weight", out _));
        Assert.False(summary.TryGetProperty("shoes", out _));
    }

    [Fact]
    public async Task No_address_and_no_birth_date_are_told_and_an_unknown_weight_is_zero()
    {
        await using var connection = await Connection.OpenAsync();
        connection.Athlete.WeightKilograms = null;

        var athlete = (await connection.GetAsync("/api/v3/athlete")).Json;

        Assert.Equal(0, athlete.GetProperty("weight").GetDouble());
        Assert.DoesNotContain(athlete.EnumerateObject(), member => member.Name.Contains("mail", StringComparison.Ordinal) || member.Name.Contains("birth", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Weight_stays_in_kilograms_for_those_who_measure_in_feet()
    {
        await using var connection = await Connection.OpenAsync();
        connection.Athlete.UsesFeet = true;

        var athlete = (await connection.GetAsync("/api/v3/athlete")).Json;

        Assert.Equal(("feet", 70.0), (athlete.GetProperty("measurement_preference").GetString(), athlete.GetProperty("weight").GetDouble()));
        Assert.Equal(26.1, athlete.GetProperty("shoes")[0].GetProperty("converted_distance").GetDouble());
    }

    [Fact]
    public async Task Heart_rate_zones_need_the_profile_scope_and_end_in_minus_one()
    {
        await using var full = await Connection.OpenAsync();
        await using var narrow = await Connection.OpenAsync("read,activity:read_all");

        var zones = (await full.GetAsync("/api/v3/athlete/zones")).Json.GetProperty("heart_rate").GetProperty("zones");

        Assert.Equal(-1, zones[4].GetProperty("max").GetInt32());
        Assert.Equal("401 Authorization Error: AccessToken/profile:read_all_permission/missing", (await narrow.GetAsync("/api/v3/athlete/zones")).Refusal);
    }

    [Fact]
    public async Task Stats_sum_only_what_everyone_may_see_and_only_for_oneself()
    {
        await using var connection = await Connection.OpenAsync();
        connection.Sandbox.Clock.Set(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero), isStopped: true);
        connection.Upload(daysAgo: 3);
        connection.Upload(daysAgo: 4, visibility: Visibility.FollowersOnly);
        connection.Upload(daysAgo: 5, visibility: Visibility.OnlyMe);
        connection.Upload(daysAgo: 40);
        connection.Upload(daysAgo: 400);

        var stats = (await connection.GetAsync($"/api/v3/athletes/{connection.Athlete.Id}/stats")).Json;

        Assert.Equal([1, 2, 3], ((string[])["recent", "ytd", "all"]).Select(period => stats.GetProperty($"{period}_run_totals").GetProperty("count").GetInt32()));
        Assert.Equal(HttpStatusCode.Forbidden, (await connection.GetAsync("/api/v3/athletes/1/stats")).Status);
    }

    [Fact]
    public async Task Gear_is_for_its_owner()
    {
        await using var connection = await Connection.OpenAsync();
        connection.World.AddAthlete(new() { Gear = [new StravaGear { Id = new GearId("g2"), Name = "Foreign" }] });

        var gear = (await connection.GetAsync("/api/v3/gear/g1")).Json;

        Assert.Equal(("Vest 5 kg", 3, 42_000.0), (gear.GetProperty("name").GetString(), gear.GetProperty("resource_state").GetInt32(), gear.GetProperty("distance").GetDouble()));
        Assert.Equal(JsonValueKind.Number, gear.GetProperty("notification_distance").ValueKind);
        Assert.Equal("404 Resource Not Found: Gear//not found", (await connection.GetAsync("/api/v3/gear/g2")).Refusal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("unknown")]
    public async Task Without_a_token_that_is_known_everything_is_refused_and_headers_come_along(string? token)
    {
        await using var connection = await Connection.OpenAsync();

        var refused = await connection.GetAsync("/api/v3/athlete", token);

        Assert.Equal("401 Authorization Error: Athlete/access_token/invalid", refused.Refusal);
        Assert.Equal("0,0", refused.Headers["X-RateLimit-Usage"]);
    }

    [Theory]
    [InlineData("2027-05-31T23:59:59Z", HttpStatusCode.OK)]
    [InlineData("2027-06-01T00:00:00Z", HttpStatusCode.Unauthorized)]
    public async Task A_token_in_the_query_works_until_June_2027(string now, HttpStatusCode status)
    {
        await using var connection = await Connection.StrangerAsync();
        connection.Sandbox.Clock.Set(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture), isStopped: true);
        await connection.ConnectAsync();

        Assert.Equal(status, (await connection.GetAsync($"/api/v3/athlete?access_token={connection.AccessToken}", token: null)).Status);
        Assert.Equal(HttpStatusCode.OK, (await connection.GetAsync("/api/v3/athlete")).Status);
    }
}
