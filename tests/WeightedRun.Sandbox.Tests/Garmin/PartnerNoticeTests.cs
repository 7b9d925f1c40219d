using System.Text.Json;
using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.GarminPartner;
using WeightedRun.Sandbox.GarminPartner.Notices;

namespace WeightedRun.Sandbox.Tests.Garmin;

public sealed class PartnerNoticeTests : PartnerFixture
{
    [Fact]
    public async Task A_push_carries_the_summary_and_its_user()
    {
        await using var receiver = await ReceiveAsync("activities", NoticeMode.Push);
        var user = await ConnectAsync();
        var run = World.Upload(user, new NewGarminActivity { Cadence = 168, PackGrams = 5000, TypeKey = "rucking" });
        await World.Sender.WhenIdleAsync(Cancellation);
        var item = Assert.Single(receiver.Items("activities"));
        Assert.Equal((user.Value, run.Id.Value), (item.GetProperty("userId").GetString(), item.GetProperty("activityId").GetInt64()));
        Assert.Equal(84, item.GetProperty("averageRunCadenceInStepsPerMinute").GetDouble());
        Assert.Equal("RUCKING", item.GetProperty("activityType").GetString());
        Assert.DoesNotContain("PackWeight", receiver.Bodies.Single().Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("sandbox-partner", receiver.Bodies.Single().ClientId);
    }

    [Fact]
    public async Task A_ping_carries_an_address_that_answers_for_a_day()
    {
        await using var receiver = await ReceiveAsync("activities", NoticeMode.Ping);
        var user = await ConnectAsync();
        var run = World.Upload(user, new NewGarminActivity());
        await World.Sender.WhenIdleAsync(Cancellation);
        var address = Assert.Single(receiver.Items("activities")).GetProperty("callbackURL").GetString()!;
        Assert.Equal(run.Id.ToString(), (await GetAsync(address))[0].GetProperty("summaryId").GetString());
        Assert.Equal(run.Id.ToString(), (await GetAsync(address))[0].GetProperty("summaryId").GetString());
        World.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(400, await StatusOfAsync(address));
    }

    [Fact]
    public async Task A_file_can_be_fetched_once_and_within_a_day()
    {
        await using var receiver = await ReceiveAsync("activityFiles", NoticeMode.Ping);
        var user = await ConnectAsync();
        World.Upload(user, new NewGarminActivity());
        World.Upload(user, new NewGarminActivity());
        await World.Sender.WhenIdleAsync(Cancellation);
        var addresses = receiver.Items("activityFiles").Select(item => item.GetProperty("callbackURL").GetString()!).ToList();
        Assert.Equal(200, await StatusOfAsync(addresses[0]));
        Assert.Equal(410, await StatusOfAsync(addresses[0]));
        World.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(410, await StatusOfAsync(addresses[1]));
    }

    [Fact]
    public async Task Nobody_may_ask_without_having_been_told()
    {
        await ConnectAsync();
        using var answer = await Http.GetAsync("/wellness-api/rest/activities?uploadStartTimeInSeconds=1&uploadEndTimeInSeconds=2", Cancellation);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("InvalidPullTokenException", (await JsonAsync(answer)).GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(86400, 200)]
    [InlineData(86401, 400)]
    public async Task A_query_reaches_over_a_day_at_most(int seconds, int status)
    {
        var token = World.Deliveries.IssuePullToken(await ConnectAsync());
        Assert.Equal(status, await StatusOfAsync($"/wellness-api/rest/activities?uploadStartTimeInSeconds=1700000000&uploadEndTimeInSeconds={1700000000 + seconds}&token={token}"));
    }

    [Fact]
    public async Task Many_users_come_in_one_body()
    {
        await using var receiver = await ReceiveAsync("activities", NoticeMode.Push, isOnHold: true);
        for (var i = 0; i < 5; i++)
            World.Upload(await ConnectAsync(), new NewGarminActivity());

        World.Sender.SetEndpoint("activities", new NoticeEndpoint(receiver.Url));
        await World.Sender.WhenIdleAsync(Cancellation);
        Assert.Equal(5, receiver.Items("activities").Select(item => item.GetProperty("userId").GetString()).Distinct().Count());
        Assert.True(receiver.Bodies.Count < 5);
    }

    [Fact]
    public async Task What_is_not_answered_with_200_comes_again()
    {
        await using var receiver = await ReceiveAsync("activities", NoticeMode.Push);
        World.Sender.How = new NoticeDelivery { RetryAfter = TimeSpan.FromMilliseconds(20) };
        receiver.Refuse(3);
        World.Upload(await ConnectAsync(), new NewGarminActivity());
        await World.Sender.WhenIdleAsync(Cancellation);
        Assert.Equal(4, World.Sender.Sent);
        Assert.Single(receiver.Items("activities"));
    }

    [Fact]
    public async Task An_edit_comes_as_a_manual_update_and_a_departure_as_a_deregistration()
    {
        await using var receiver = await ReceiveAsync("manuallyUpdatedActivities", NoticeMode.Push);
        World.Sender.SetEndpoint("deregistrations", new NoticeEndpoint(receiver.Url));
        var user = await ConnectAsync();
        World.Edit(World.Upload(user, new NewGarminActivity()).Id, "Vest 10 kg", null);
        World.Deregister(user);
        await World.Sender.WhenIdleAsync(Cancellation);
        Assert.Equal("Vest 10 kg", Assert.Single(receiver.Items("manuallyUpdatedActivities")).GetProperty("activityName").GetString());
        Assert.Equal(user.Value, Assert.Single(receiver.Items("deregistrations")).GetProperty("userId").GetString());
    }

    [Theory]
    [InlineData(false, JsonValueKind.Array)]
    [InlineData(true, JsonValueKind.Object)]
    public async Task Changed_permissions_come_as_a_list_or_a_map(bool asMap, JsonValueKind kind)
    {
        World.Quirks = new Quirks { WritesPermissionsAsMap = asMap };
        await using var receiver = await ReceiveAsync("userPermissionsChange", NoticeMode.Push);
        World.ChangePermissions(await ConnectAsync(), ["ACTIVITY_EXPORT"]);
        await World.Sender.WhenIdleAsync(Cancellation);
        Assert.Equal(kind, Assert.Single(receiver.Items("userPermissionsChange")).GetProperty("permissions").ValueKind);
    }

    [Fact]
    public async Task A_body_of_ten_megabytes_arrives()
    {
        await using var receiver = await ReceiveAsync("activities", NoticeMode.Push);
        using var answer = await Http.PostAsync("/sandbox/notices/flood", new StringContent($$"""{"url":"{{receiver.Url}}","megabytes":10}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")), Cancellation);
        Assert.Equal(200, (await JsonAsync(answer)).GetProperty("status").GetInt32());
        Assert.True(receiver.Bodies.Single().Body.Length >= 10 * 1024 * 1024);
    }

    private async Task<NoticeReceiver> ReceiveAsync(string kind, NoticeMode mode, bool isOnHold = false)
    {
        var receiver = await NoticeReceiver.StartAsync(Cancellation);
        World.Sender.SetEndpoint(kind, new NoticeEndpoint(receiver.Url, mode, IsOnHold: isOnHold));
        return receiver;
    }
}
