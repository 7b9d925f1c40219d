using System.Security.Cryptography;
using System.Text;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Tests.Strava.Push;

public sealed class EventTests
{
    [Fact]
    public async Task An_upload_an_edit_and_a_deletion_are_told()
    {
        await using var subscribed = await Subscribed.OpenAsync();
        var world = subscribed.Connection.World;
        subscribed.Events.How = new() { AtOnce = 1 };

        var id = subscribed.Connection.Upload().Id;
        world.Edit(id, activity => activity with { Name = "Vest run" });
        world.Edit(id, activity => activity with { SportType = "TrailRun" });
        world.Delete(id);

        Assert.Equal([$"activity create {id} {{}}", $"activity update {id} {{\"title\":\"Vest run\"}}", $"activity update {id} {{\"type\":\"TrailRun\"}}", $"activity delete {id} {{}}"], await subscribed.ToldAsync());
    }

    [Fact]
    public async Task An_event_names_its_owner_its_subscription_and_its_time_and_nothing_of_the_run()
    {
        await using var subscribed = await Subscribed.OpenAsync();
        subscribed.Connection.Sandbox.Clock.Set(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero), isStopped: true);

        var id = subscribed.Connection.Upload().Id;
        await subscribed.ToldAsync();

        var told = Assert.Single(subscribed.Callback.Arrived).Json;
        Assert.Equal(["aspect_type", "event_time", "object_id", "object_type", "owner_id", "subscription_id", "updates"], told.EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal((id.Value, subscribed.Connection.Athlete.Id.Value), (told.GetProperty("object_id").GetInt64(), told.GetProperty("owner_id").GetInt64()));
        Assert.Equal(1_795_608_000, told.GetProperty("event_time").GetInt64());
        Assert.Equal(subscribed.Connection.World.Subscriptions.Of(subscribed.Connection.Sandbox.App)!.Id, told.GetProperty("subscription_id").GetInt64());
    }

    [Fact]
    public async Task Description_gear_and_distance_change_in_silence()
    {
        await using var subscribed = await Subscribed.OpenAsync();
        var id = subscribed.Connection.Upload().Id;

        subscribed.Connection.World.Edit(id, activity => activity with { Description = "with 5 kg", Gear = new GearId("g1"), DistanceMeters = 4000 });
        subscribed.Connection.World.Edit(id, activity => activity with { Visibility = Visibility.FollowersOnly });

        Assert.Equal([$"activity create {id} {{}}"], await subscribed.ToldAsync());
    }

    [Fact]
    public async Task With_the_scope_for_private_runs_privacy_is_an_update()
    {
        await using var subscribed = await Subscribed.OpenAsync();
        subscribed.Events.How = new() { AtOnce = 1 };
        var id = HideAndShow(subscribed);

        Assert.Equal([$"activity create {id} {{}}", $"activity update {id} {{\"private\":\"true\"}}", $"activity update {id} {{\"private\":\"false\"}}"], await subscribed.ToldAsync());
    }

    [Fact]
    public async Task Without_it_a_run_that_turns_private_is_deleted_and_one_that_turns_back_is_new()
    {
        await using var subscribed = await Subscribed.OpenAsync("read,activity:read");
        subscribed.Events.How = new() { AtOnce = 1 };
        var id = HideAndShow(subscribed);
        subscribed.Connection.Upload(visibility: Visibility.OnlyMe);

        Assert.Equal([$"activity create {id} {{}}", $"activity delete {id} {{}}", $"activity create {id} {{}}"], await subscribed.ToldAsync());
    }

    [Fact]
    public async Task Truth_may_come_as_a_boolean()
    {
        await using var subscribed = await Subscribed.OpenAsync();
        subscribed.Events.How = new() { AtOnce = 1, WritesBooleansAsTexts = false };
        var id = HideAndShow(subscribed);

        Assert.Contains($"activity update {id} {{\"private\":true}}", await subscribed.ToldAsync());
    }

    [Theory]
    [InlineData("revoke")]
    [InlineData("deauthorize")]
    [InlineData("settings")]
    public async Task However_an_athlete_disconnects_it_is_told_once_and_then_nothing_more(string way)
    {
        await using var subscribed = await Subscribed.OpenAsync();
        var connection = subscribed.Connection;
        var athlete = connection.Athlete.Id;

        if (way == "revoke")
            await connection.PostAsync("/oauth/revoke", [("token", connection.RefreshToken)], Convert.ToBase64String(Encoding.UTF8.GetBytes("12345:sandbox-secret")), "Basic");
        else if (way == "deauthorize")
            await connection.PostAsync("/oauth/deauthorize", [], connection.AccessToken);
        else
            connection.World.Deauthorize(connection.World.Tokens.Find(connection.Sandbox.App, connection.Athlete)!);

        connection.Upload();

        Assert.Equal([$"athlete update {athlete} {{\"authorized\":\"false\"}}"], await subscribed.ToldAsync());
        Assert.Equal(athlete.Value, subscribed.Callback.Arrived[0].Json.GetProperty("owner_id").GetInt64());
    }

    [Fact]
    public async Task Nothing_is_told_of_athletes_who_are_not_connected_or_share_no_runs()
    {
        await using var subscribed = await Subscribed.OpenAsync("read");
        var stranger = subscribed.Connection.World.AddAthlete(new());

        subscribed.Connection.World.Upload(stranger.Id, new() { Start = subscribed.Connection.Now });
        subscribed.Connection.Upload();

        Assert.Empty(await subscribed.ToldAsync());
    }

    [Fact]
    public async Task With_a_key_events_are_signed_over_time_and_body()
    {
        await using var subscribed = await Subscribed.OpenAsync();
        subscribed.Events.How = new() { SigningKey = "k3y" };
        subscribed.Connection.Sandbox.Clock.Set(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero), isStopped: true);

        subscribed.Connection.Upload();
        await subscribed.ToldAsync();

        var arrived = Assert.Single(subscribed.Callback.Arrived);
        var mac = HMACSHA256.HashData("k3y"u8, Encoding.UTF8.GetBytes($"1795608000.{arrived.Body}"));
        Assert.Equal($"t=1795608000,v1={Convert.ToHexStringLower(mac)}", arrived.Signature);
    }

    [Fact]
    public async Task Without_a_key_events_are_not_signed()
    {
        await using var subscribed = await Subscribed.OpenAsync();

        subscribed.Connection.Upload();
        await subscribed.ToldAsync();

        Assert.Null(Assert.Single(subscribed.Callback.Arrived).Signature);
    }

    private static ActivityId HideAndShow(Subscribed subscribed)
    {
        var id = subscribed.Connection.Upload().Id;
        subscribed.Connection.World.Edit(id, activity => activity with { Visibility = Visibility.OnlyMe });
        subscribed.Connection.World.Edit(id, activity => activity with { Visibility = Visibility.Everyone });
        return id;
    }
}
