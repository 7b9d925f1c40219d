using System.Net;
using System.Text;
using WeightedRun.Sandbox.Tests.Strava;
using WeightedRun.Sandbox.Tests.Strava.Push;

namespace WeightedRun.Sandbox.Tests.Control;

public sealed class EventControlTests
{
    [Fact]
    public async Task Events_are_held_counted_and_let_go()
    {
        await using var subscribed = await Subscribed.OpenAsync();

        await ControlAsync(subscribed, "PUT", "/events", """{"is_paused":true,"retry_after":"00:00:00.050"}""");
        subscribed.Connection.Upload();
        var stuck = await ControlAsync(subscribed, "POST", "/events/idle?timeoutSeconds=0.2");
        await ControlAsync(subscribed, "PUT", "/events", "{}");
        var idle = await ControlAsync(subscribed, "POST", "/events/idle");
        var counts = (await ControlAsync(subscribed, "GET", "/events")).Json;

        Assert.Equal((HttpStatusCode.GatewayTimeout, HttpStatusCode.NoContent), (stuck.Status, idle.Status));
        Assert.Equal((1, 1, 0, 0), (counts.GetProperty("sent").GetInt32(), counts.GetProperty("accepted").GetInt32(), counts.GetProperty("given_up").GetInt32(), counts.GetProperty("open").GetInt32()));
    }

    [Fact]
    public async Task A_forged_event_arrives_like_any_other()
    {
        await using var subscribed = await Subscribed.OpenAsync();

        var sent = await ControlAsync(subscribed, "POST", "/events", """{"object_type":"athlete","object_id":77,"aspect_type":"update","updates":{"authorized":"false"},"owner_id":77,"subscription_id":1,"event_time":5}""");

        Assert.Equal(HttpStatusCode.Accepted, sent.Status);
        Assert.Equal(["athlete update 77 {\"authorized\":\"false\"}"], await subscribed.ToldAsync());
    }

    private static async Task<Reply> ControlAsync(Subscribed subscribed, string method, string path, string? body = null)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await subscribed.Connection.SendAsync(new HttpMethod(method), "/sandbox" + path, token: null, content);
    }
}
