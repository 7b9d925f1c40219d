using System.Text.Json;
using Newtonsoft.Json.Linq;
using WeightedRun.Sandbox.Tests.Strava;

namespace WeightedRun.Sandbox.Tests.Contract;

public sealed class ContractTests
{
    // Members of rides with power meters and of the example's own photos and segments: a run at sea has none.
    private static readonly string[] NotOfARun =
        ["average_watts", "weighted_average_watts", "kilojoules", "device_watts", "max_watts", "average_temp", "partner_brand_tag", "highlighted_kudosers", "segment_leaderboard_opt_out", "leaderboard_opt_out"];

    [Theory]
    [InlineData("/athlete", "/athlete")]
    [InlineData("/athlete/activities", "/athlete/activities?per_page=200")]
    [InlineData("/activities/{id}", "/activities/{activity}")]
    [InlineData("/activities/{id}/laps", "/activities/{activity}/laps")]
    [InlineData("/activities/{id}/streams", "/activities/{activity}/streams?keys=distance,time")]
    [InlineData("/gear/{id}", "/gear/g1")]
    public async Task Answers_have_the_types_of_the_published_examples(string path, string call)
    {
        var contract = await SwaggerContract.LoadAsync();
        await using var connection = await FilledAsync();

        Assert.True(contract.Knows(path));
        Assert.Empty(contract.Contradictions(path, (await AnswerAsync(connection, call)).Text));
    }

    /// <summary>The published example for an athlete's zones is one of an activity's zones.</summary>
    [Fact]
    public async Task An_activitys_zones_have_the_types_of_the_example_that_stands_at_the_athletes()
    {
        var contract = await SwaggerContract.LoadAsync();
        await using var connection = await FilledAsync();

        Assert.Empty(contract.Contradictions("/athlete/zones", (await AnswerAsync(connection, "/activities/{activity}/zones")).Text));
    }

    [Theory]
    [InlineData("/athlete", "/athlete")]
    [InlineData("/athlete/activities", "/athlete/activities")]
    [InlineData("/activities/{id}", "/activities/{activity}")]
    [InlineData("/activities/{id}/laps", "/activities/{activity}/laps")]
    [InlineData("/gear/{id}", "/gear/b1")]
    public async Task Answers_lack_no_member_of_the_published_examples(string path, string call)
    {
        var contract = await SwaggerContract.LoadAsync();
        await using var connection = await FilledAsync();

        var answer = JToken.Parse((await AnswerAsync(connection, call)).Text);

        Assert.Empty(Members(contract.ExampleOf(path)).Except(NotOfARun).Except(Members(answer)));
    }

    [Theory]
    [InlineData("/athlete/activities", "before,after,page,per_page")]
    [InlineData("/activities/{id}", "id,include_all_efforts")]
    [InlineData("/activities/{id}/streams", "id,keys,key_by_type")]
    [InlineData("/athletes/{id}/stats", "id")]
    [InlineData("/activities/{id}/zones", "id")]
    public async Task Every_published_parameter_is_one_we_know(string path, string parameters)
    {
        var contract = await SwaggerContract.LoadAsync();

        Assert.Equal(parameters.Split(',').Order(), contract.QueryOf(path).Order());
    }

    [Fact]
    public async Task A_contract_that_is_broken_is_noticed()
    {
        var contract = await SwaggerContract.LoadAsync();
        await using var connection = await FilledAsync();
        var good = (await AnswerAsync(connection, "/athlete/activities")).Text;

        foreach (var (right, wrong) in new[] { ("\"moving_time\":2880", "\"moving_time\":\"2880\""), ("\"trainer\":false", "\"trainer\":0"), ("\"name\":\"Morning Run\"", "\"name\":7"), ("\"moving_time\":2880", "\"moving_time\":2880.5") })
            Assert.NotEmpty(contract.Contradictions("/athlete/activities", good.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/api/v3/activities/1")]
    [InlineData("/api/v3/athlete/activities?after=99999999999")]
    public async Task Refusals_are_faults_of_message_and_errors(string call)
    {
        await using var connection = await FilledAsync();

        var fault = (await connection.GetAsync(call)).Json;

        Assert.Equal(["message", "errors"], fault.EnumerateObject().Select(member => member.Name));
        Assert.All(fault.GetProperty("errors").EnumerateArray(), error =>
            Assert.Equal([("resource", JsonValueKind.String), ("field", JsonValueKind.String), ("code", JsonValueKind.String)], error.EnumerateObject().Select(member => (member.Name, member.Value.ValueKind))));
    }

    private static async Task<Connection> FilledAsync()
    {
        var connection = await Connection.OpenAsync();
        connection.Athlete.Gear = [.. connection.Athlete.Gear, new() { Id = new("b1"), Name = "Bike", BrandName = "Sample", ModelName = "One", Description = "Steel" }];
        connection.Upload(daysAgo: 3);
        connection.World.Upload(connection.Athlete.Id, new() { Start = connection.Now.AddDays(-2), IsManual = true });
        connection.World.Upload(connection.Athlete.Id, new() { Start = connection.Now.AddDays(-1), GearId = "g1", Description = "with 5 kg", PerceivedExertion = 5, WorkoutType = 2, AverageTemperature = 7 });
        return connection;
    }

    private static Task<Reply> AnswerAsync(Connection connection, string call)
    {
        var newest = connection.Athlete.Activities.All()[^1].Id;
        return connection.GetAsync("/api/v3" + call.Replace("{activity}", newest.ToString(), StringComparison.Ordinal));
    }

    /// <summary>The names of an answer's own members, of all items where it is a list.</summary>
    private static HashSet<string> Members(JToken answer) =>
        [.. (answer is JArray list ? list : new JArray(answer)).Children<JObject>().SelectMany(item => item.Properties()).Select(property => property.Name)];
}
