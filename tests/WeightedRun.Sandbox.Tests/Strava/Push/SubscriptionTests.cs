using System.Net;
using Microsoft.AspNetCore.Http;

namespace WeightedRun.Sandbox.Tests.Strava.Push;

public sealed class SubscriptionTests
{
    private const string Credentials = "client_id=12345&client_secret=sandbox-secret";

    [Fact]
    public async Task A_subscription_is_made_after_the_callback_echoed_the_challenge()
    {
        await using var connection = await Connection.StrangerAsync();
        await using var callback = await CallbackServer.StartAsync();

        var created = await Subscribed.CreateAsync(connection, callback.Url);

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal(("subscribe", "v3rify"), (callback.Verification!["hub.mode"].ToString(), callback.Verification["hub.verify_token"].ToString()));
        Assert.Equal(["id", "resource_state", "application_id", "callback_url", "created_at", "updated_at"], created.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal(callback.Url, created.Json.GetProperty("callback_url").GetString());
        Assert.Equal("1,1", created.Headers["X-RateLimit-Usage"]);
        Assert.Equal("0,0", created.Headers["X-ReadRateLimit-Usage"]);
    }

    [Fact]
    public async Task A_callback_that_echoes_something_else_is_not_verifiable()
    {
        await using var connection = await Connection.StrangerAsync();
        await using var callback = await CallbackServer.StartAsync();
        callback.Verify = challenge => Results.Json(new Dictionary<string, string> { ["hub.challenge"] = challenge + "x" });

        Assert.Equal("400 Bad Request: PushSubscription/callback url/not verifiable", (await Subscribed.CreateAsync(connection, callback.Url)).Refusal);
    }

    [Theory]
    [InlineData("challenge")]
    [InlineData("[1]")]
    public async Task A_callback_that_answers_no_JSON_object_is_not_verifiable(string body)
    {
        await using var connection = await Connection.StrangerAsync();
        await using var callback = await CallbackServer.StartAsync();
        callback.Verify = _ => Results.Text(body);

        Assert.Equal("400 Bad Request: PushSubscription/callback url/not verifiable", (await Subscribed.CreateAsync(connection, callback.Url)).Refusal);
    }

    [Fact]
    public async Task A_callback_that_answers_anything_but_200_is_told_so()
    {
        await using var connection = await Connection.StrangerAsync();
        await using var callback = await CallbackServer.StartAsync();
        callback.Verify = _ => Results.StatusCode(403);

        Assert.Equal("400 Bad Request: PushSubscription/callback url/GET to callback URL does not return 200", (await Subscribed.CreateAsync(connection, callback.Url)).Refusal);
    }

    [Fact]
    public async Task A_callback_that_takes_longer_than_two_seconds_is_not_verifiable()
    {
        await using var connection = await Connection.StrangerAsync();
        await using var callback = await CallbackServer.StartAsync();
        callback.Verify = challenge =>
        {
            Thread.Sleep(2500);
            return Results.Json(new Dictionary<string, string> { ["hub.challenge"] = challenge });
        };

        Assert.Equal("400 Bad Request: PushSubscription/callback url/not verifiable", (await Subscribed.CreateAsync(connection, callback.Url)).Refusal);
    }

    [Theory]
    [InlineData("/hook")]
    [InlineData("ftp://localhost/hook")]
    public async Task A_callback_that_is_no_web_address_is_invalid(string url)
    {
        await using var connection = await Connection.StrangerAsync();

        Assert.Equal("400 Bad Request: PushSubscription/callback url/invalid", (await Subscribed.CreateAsync(connection, url)).Refusal);
    }

    [Theory]
    [InlineData(254, true)]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public async Task A_callback_address_has_255_characters_at_most(int length, bool isGood)
    {
        await using var connection = await Connection.StrangerAsync();
        await using var callback = await CallbackServer.StartAsync();
        var url = callback.Url + "?";

        var created = await Subscribed.CreateAsync(connection, url.PadRight(length, 'x'));

        Assert.Equal(isGood ? HttpStatusCode.Created : HttpStatusCode.BadRequest, created.Status);
    }

    [Fact]
    public async Task There_is_one_subscription_for_an_application()
    {
        await using var subscribed = await Subscribed.OpenAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await subscribed.CreateAsync()).Status);
        Assert.Single((await subscribed.Connection.GetAsync($"/api/v3/push_subscriptions?{Credentials}", token: null)).Json.EnumerateArray());
    }

    [Fact]
    public async Task A_subscription_is_seen_deleted_and_made_again()
    {
        await using var subscribed = await Subscribed.OpenAsync();
        var path = $"/api/v3/push_subscriptions?{Credentials}";
        var id = (await subscribed.Connection.GetAsync(path, token: null)).Ids[0];

        Assert.Equal(HttpStatusCode.NotFound, (await DeleteAsync(subscribed.Connection, id + 1)).Status);
        var deleted = await DeleteAsync(subscribed.Connection, id);

        Assert.Equal((HttpStatusCode.NoContent, ""), (deleted.Status, deleted.Text));
        Assert.Equal("[]", (await subscribed.Connection.GetAsync(path, token: null)).Text);
        Assert.NotEqual(id, (await subscribed.CreateAsync()).Json.GetProperty("id").GetInt64());
    }

    [Theory]
    [InlineData("client_id=12345&client_secret=wrong", "401 Authorization Error: Application//invalid")]
    [InlineData("client_id=9", "400 Bad Request: Application/client_id/invalid")]
    public async Task Strangers_see_no_subscription(string query, string refusal)
    {
        await using var connection = await Connection.StrangerAsync();

        Assert.Equal(refusal, (await connection.GetAsync($"/api/v3/push_subscriptions?{query}", token: null)).Refusal);
    }

    private static Task<Reply> DeleteAsync(Connection connection, long id) => connection.SendAsync(HttpMethod.Delete, $"/api/v3/push_subscriptions/{id}?{Credentials}", token: null);
}
