using System.Net;
using WeightedRun.Sandbox.Strava.OAuth;

namespace WeightedRun.Sandbox.Tests.Strava.OAuth;

public sealed class AuthorizeTests
{
    [Theory]
    [InlineData("client_id", "999", "400 Bad Request: Application/client_id/invalid")]
    [InlineData("client_id", null, "400 Bad Request: Application/client_id/invalid")]
    [InlineData("redirect_uri", "http://elsewhere.example/callback", "400 Bad Request: Application/redirect_uri/invalid")]
    [InlineData("redirect_uri", "http://notlocalhost/callback", "400 Bad Request: Application/redirect_uri/invalid")]
    [InlineData("redirect_uri", null, "400 Bad Request: Application/redirect_uri/invalid")]
    [InlineData("response_type", "token", "400 Bad Request: Application/response_type/invalid")]
    [InlineData("scope", "read,fly", "400 Bad Request: Application/scope/invalid")]
    [InlineData("scope", null, "400 Bad Request: Application/scope/invalid")]
    public async Task A_wrong_request_is_refused_by_the_name_of_what_is_wrong(string parameter, string? value, string refusal)
    {
        await using var stranger = await Connection.StrangerAsync();

        Assert.Equal(refusal, (await stranger.AuthorizeAsync((parameter, value))).Refusal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/callback")]
    [InlineData("https://localhost/strava/callback?from=1")]
    public async Task Local_callbacks_are_always_allowed(string callback)
    {
        await using var stranger = await Connection.StrangerAsync();

        var page = await stranger.AuthorizeAsync(("redirect_uri", callback));

        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task Approval_brings_code_state_and_scope_back()
    {
        await using var stranger = await Connection.StrangerAsync();
        stranger.World.Consent = new Consent { Mode = ConsentMode.Approve, Athlete = stranger.Athlete.Id };

        var redirect = await stranger.AuthorizeAsync(("redirect_uri", "http://localhost/callback?from=1"), ("state", "a b&c"));

        Assert.Equal(HttpStatusCode.Redirect, redirect.Status);
        Assert.Equal("1", redirect.Callback["from"]);
        Assert.Equal("a b&c", redirect.Callback["state"]);
        Assert.Equal("read,profile:read_all,activity:read_all", redirect.Callback["scope"]);
        Assert.Equal(40, redirect.Callback["code"]!.Length);
    }

    [Fact]
    public async Task Withheld_scopes_are_missing_from_the_callback_and_from_the_token()
    {
        await using var stranger = await Connection.StrangerAsync();
        stranger.World.Consent = new Consent { Mode = ConsentMode.Approve, Athlete = stranger.Athlete.Id, Withheld = [Scopes.ReadAllActivities] };

        var redirect = await stranger.AuthorizeAsync(("scope", "read activity:read_all"));
        var token = (await stranger.ExchangeAsync(redirect.Callback["code"]!)).Json.GetProperty("access_token").GetString();

        Assert.Equal("read", redirect.Callback["scope"]);
        Assert.Equal("401 Authorization Error: AccessToken/activity:read_permission/missing", (await stranger.GetAsync("/api/v3/athlete/activities", token)).Refusal);
    }

    [Fact]
    public async Task Denial_brings_an_error_and_no_code()
    {
        await using var stranger = await Connection.StrangerAsync();
        stranger.World.Consent = new Consent { Mode = ConsentMode.Deny };

        var redirect = await stranger.AuthorizeAsync();

        Assert.Equal("access_denied", redirect.Callback["error"]);
        Assert.Equal("st4te", redirect.Callback["state"]);
        Assert.Null(redirect.Callback["code"]);
    }

    [Fact]
    public async Task Mobile_and_API_paths_lead_to_the_same_page()
    {
        await using var stranger = await Connection.StrangerAsync();
        const string query = "?client_id=12345&redirect_uri=http://localhost/cb&response_type=code&scope=read";

        foreach (var path in (string[])["/oauth/authorize", "/oauth/mobile/authorize", "/api/v3/oauth/authorize"])
            Assert.Contains("Let an application see your training?", (await stranger.GetAsync(path + query, token: null)).Text, StringComparison.Ordinal);
    }
}
