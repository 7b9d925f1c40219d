using System.Net;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Tests.Strava.Activities;

public sealed class VisibilityTests
{
    private const string NotFound = "404 Resource Not Found: Activity//not found";

    [Theory]
    [InlineData("read,activity:read", "Everyone", true)]
    [InlineData("read,activity:read", "FollowersOnly", true)]
    [InlineData("read,activity:read", "OnlyMe", false)]
    [InlineData("read,activity:read_all", "OnlyMe", true)]
    public async Task Private_runs_need_the_scope_for_them(string scopes, string visibility, bool isSeen)
    {
        await using var connection = await Connection.OpenAsync(scopes);
        var id = connection.Upload(visibility: Enum.Parse<Visibility>(visibility)).Id;

        Assert.Equal(isSeen ? [id.Value] : [], (await connection.GetAsync("/api/v3/athlete/activities")).Ids);
        Assert.Equal(isSeen ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await connection.GetAsync($"/api/v3/activities/{id}")).Status);
    }

    [Theory]
    [InlineData("/api/v3/athlete/activities")]
    [InlineData("/api/v3/activities/{0}")]
    [InlineData("/api/v3/activities/{0}/streams?keys=time&key_by_type=true")]
    [InlineData("/api/v3/activities/{0}/laps")]
    [InlineData("/api/v3/activities/{0}/zones")]
    public async Task Without_any_activity_scope_all_is_refused(string path)
    {
        await using var connection = await Connection.OpenAsync("read,profile:read_all");
        var id = connection.Upload().Id;

        var reply = await connection.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id));

        Assert.Equal("401 Authorization Error: AccessToken/activity:read_permission/missing", reply.Refusal);
    }

    [Fact]
    public async Task Missing_deleted_and_foreign_activities_look_alike()
    {
        await using var connection = await Connection.OpenAsync();
        var deleted = connection.Upload().Id;
        connection.World.Delete(deleted);
        var foreign = connection.World.Upload(connection.World.AddAthlete(new()).Id, new() { Start = connection.Now });

        Assert.Equal(NotFound, (await connection.GetAsync("/api/v3/activities/1")).Refusal);
        Assert.Equal(NotFound, (await connection.GetAsync("/api/v3/activities/first")).Refusal);
        Assert.Equal(NotFound, (await connection.GetAsync($"/api/v3/activities/{deleted}")).Refusal);
        Assert.Equal(NotFound, (await connection.GetAsync($"/api/v3/activities/{foreign.Id}")).Refusal);
    }

    [Fact]
    public async Task Private_and_visibility_say_the_same()
    {
        await using var connection = await Connection.OpenAsync();
        connection.Upload(1, visibility: Visibility.Everyone);
        connection.Upload(2, visibility: Visibility.FollowersOnly);
        connection.Upload(3, visibility: Visibility.OnlyMe);

        var list = (await connection.GetAsync("/api/v3/athlete/activities")).Json.EnumerateArray().ToArray();

        Assert.Equal(["everyone", "followers_only", "only_me"], list.Select(activity => activity.GetProperty("visibility").GetString()));
        Assert.Equal([false, false, true], list.Select(activity => activity.GetProperty("private").GetBoolean()));
    }
}
