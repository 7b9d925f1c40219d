using System.Net;
using System.Text;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Tests.Strava.OAuth;

public sealed class TokenTests
{
    [Fact]
    public async Task An_exchange_brings_six_hours_of_access_and_the_athlete()
    {
        await using var stranger = await Connection.StrangerAsync();
        stranger.Sandbox.Clock.Set(stranger.Now, isStopped: true);

        var token = (await stranger.ConnectAsync()).Json;

        Assert.Equal("Bearer", token.GetProperty("token_type").GetString());
        Assert.Equal(21_600, token.GetProperty("expires_in").GetInt32());
        Assert.Equal(stranger.Now.AddHours(6).ToUnixTimeSeconds(), token.GetProperty("expires_at").GetInt64());
        Assert.Equal(stranger.Athlete.Id.Value, token.GetProperty("athlete").GetProperty("id").GetInt64());
        Assert.Equal(2, token.GetProperty("athlete").GetProperty("resource_state").GetInt32());
    }

    [Fact]
    public async Task A_token_answer_tells_nothing_of_rate_limits()
    {
        await using var stranger = await Connection.StrangerAsync();

        Assert.DoesNotContain((await stranger.ConnectAsync()).Headers.Keys, name => name.Contains("RateLimit", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var stranger = await Connection.StrangerAsync();
        var code = await stranger.CodeAsync();

        Assert.Equal(HttpStatusCode.OK, (await stranger.ExchangeAsync(code)).Status);
        Assert.Equal("400 Bad Request: AuthorizationCode/code/invalid", (await stranger.ExchangeAsync(code)).Refusal);
    }

    [Theory]
    [InlineData(599, true)]
    [InlineData(600, false)]
    [InlineData(601, false)]
    public async Task A_code_lives_ten_minutes(int seconds, bool isGood)
    {
        await using var stranger = await Connection.StrangerAsync();
        stranger.Sandbox.Clock.Set(stranger.Now, isStopped: true);
        var code = await stranger.CodeAsync();

        stranger.Sandbox.Clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(isGood, (await stranger.ExchangeAsync(code)).Status == HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("client_id", "999", "400 Bad Request: Application/client_id/invalid")]
    [InlineData("client_id", null, "400 Bad Request: Application/client_id/invalid")]
    [InlineData("client_secret", null, "400 Bad Request: Application/client_id/invalid")]
    [InlineData("client_secret", "wrong", "401 Authorization Error: Application//invalid")]
    [InlineData("grant_type", null, "400 Bad Request: Application/client_id/invalid")]
    [InlineData("code", "wrong", "400 Bad Request: AuthorizationCode/code/invalid")]
    public async Task A_wrong_exchange_is_refused_as_Strava_does(string parameter, string? value, string refusal)
    {
        await using var stranger = await Connection.StrangerAsync();
        var code = await stranger.CodeAsync();

        Assert.Equal(refusal, (await stranger.TokenAsync(("grant_type", "authorization_code"), ("code", code), (parameter, value))).Refusal);
    }

    [Fact]
    public async Task A_code_of_another_application_is_refused()
    {
        await using var stranger = await Connection.StrangerAsync();
        stranger.World.AddApp(new StravaApp { Id = new ClientId(7), Secret = "seven" });
        var code = await stranger.CodeAsync();

        var exchanged = await stranger.TokenAsync(("grant_type", "authorization_code"), ("code", code), ("client_id", "7"), ("client_secret", "seven"));

        Assert.Equal("400 Bad Request: AuthorizationCode/code/invalid", exchanged.Refusal);
    }

    [Fact]
    public async Task Query_and_JSON_body_work_like_a_form_on_both_paths()
    {
        await using var connection = await Connection.OpenAsync();

        var byQuery = await connection.PostAsync($"/api/v3/oauth/token?client_id=12345&client_secret=sandbox-secret&grant_type=refresh_token&refresh_token={connection.RefreshToken}", [], token: null);
        using var body = new StringContent($$"""{"client_id":12345,"client_secret":"sandbox-secret","grant_type":"refresh_token","refresh_token":"{{connection.RefreshToken}}"}""", Encoding.UTF8, "application/json");
        var byJson = await connection.SendAsync(HttpMethod.Post, "/oauth/token", token: null, body);

        Assert.Equal(connection.AccessToken, byQuery.Json.GetProperty("access_token").GetString());
        Assert.Equal(connection.AccessToken, byJson.Json.GetProperty("access_token").GetString());
    }

    [Fact]
    public async Task Another_athlete_above_the_cap_is_refused_and_the_connected_one_is_not()
    {
        await using var connection = await Connection.OpenAsync();
        connection.Sandbox.App.AthleteCap = 1;
        var another = connection.World.AddAthlete(new NewAthlete());

        Assert.Equal("403 Limit of connected athletes exceeded", (await connection.ConnectAsync(athlete: another)).Refusal);
        Assert.Equal(HttpStatusCode.OK, (await connection.ConnectAsync()).Status);
    }

    [Fact]
    public async Task The_cap_may_be_told_before_there_is_a_code()
    {
        await using var connection = await Connection.OpenAsync();
        (connection.Sandbox.App.AthleteCap, connection.Sandbox.App.TellsCapOnPage) = (1, true);
        connection.World.Consent = connection.World.Consent with { Athlete = connection.World.AddAthlete(new NewAthlete()).Id };

        Assert.Equal("403 Limit of connected athletes exceeded", (await connection.AuthorizeAsync()).Refusal);
    }

    [Fact]
    public async Task A_disconnect_makes_room_under_the_cap()
    {
        await using var connection = await Connection.OpenAsync();
        connection.Sandbox.App.AthleteCap = 1;
        connection.World.Deauthorize(connection.World.Tokens.Find(connection.Sandbox.App, connection.Athlete)!);

        Assert.Equal(HttpStatusCode.OK, (await connection.ConnectAsync(athlete: connection.World.AddAthlete(new NewAthlete()))).Status);
    }
}
