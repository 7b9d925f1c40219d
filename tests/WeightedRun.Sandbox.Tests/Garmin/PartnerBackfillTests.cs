using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.GarminPartner;
using WeightedRun.Sandbox.GarminPartner.Notices;

namespace WeightedRun.Sandbox.Tests.Garmin;

public sealed class PartnerBackfillTests : PartnerFixture
{
    private const long Day = 86400;

    private long Now => World.Clock.GetUtcNow().ToUnixTimeSeconds();

    [Fact]
    public async Task Thirty_days_are_accepted_a_second_more_is_not()
    {
        await ConnectAsync();
        Assert.Equal(400, await StatusOfAsync(Window(Now - (30 * Day) - 1, Now)));
        Assert.Equal(202, await StatusOfAsync(Window(Now - (30 * Day), Now)));
    }

    [Fact]
    public async Task A_period_is_given_once()
    {
        await ConnectAsync();
        var (from, until) = (Now - (20 * Day), Now - (10 * Day));
        Assert.Equal(202, await StatusOfAsync(Window(from, until)));
        Assert.Equal(409, await StatusOfAsync(Window(from, until)));
        Assert.Equal(202, await StatusOfAsync(Window(until, Now)));
    }

    [Fact]
    public async Task Without_the_permission_nothing_of_the_past_is_given()
    {
        World.Quirks = new Quirks { WithholdsHistory = true };
        await ConnectAsync();
        Assert.Equal(412, await StatusOfAsync(Window(Now - Day, Now)));
    }

    [Fact]
    public async Task Milliseconds_are_refused()
    {
        await ConnectAsync();
        Assert.Equal(400, await StatusOfAsync(Window((Now - Day) * 1000, Now * 1000)));
    }

    [Fact]
    public async Task Who_may_not_backfill_is_told_so()
    {
        await ConnectAsync();
        World.Quirks = new Quirks { BackfillIsNotProvisioned = true };
        using var answer = await Http.GetAsync(Window(Now - Day, Now), Cancellation);
        Assert.Equal("Endpoint not enabled for summary type: CONNECT_ACTIVITY", (await JsonAsync(answer)).GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task The_answer_comes_by_notice_and_reaches_back_a_month()
    {
        await using var receiver = await NoticeReceiver.StartAsync(Cancellation);
        var user = GarminUserId.New();
        var recent = World.Upload(user, new NewGarminActivity { StartsAt = World.Clock.GetUtcNow().AddDays(-20) });
        World.Upload(user, new NewGarminActivity { StartsAt = World.Clock.GetUtcNow().AddDays(-50) });
        World.Sender.SetEndpoint("activities", new NoticeEndpoint(receiver.Url));
        World.Consenting = user;
        using var tokens = await ExchangeAsync((await ConsentAsync())["code"]);
        Http.DefaultRequestHeaders.Authorization = new("Bearer", (await JsonAsync(tokens)).GetProperty("access_token").GetString());
        Assert.Equal(202, await StatusOfAsync(Window(Now - (30 * Day), Now)));
        Assert.Equal(202, await StatusOfAsync(Window(Now - (60 * Day), Now - (30 * Day))));
        await World.Sender.WhenIdleAsync(Cancellation);
        Assert.Equal(recent.Id.ToString(), Assert.Single(receiver.Items("activities")).GetProperty("summaryId").GetString());
    }

    private static string Window(long from, long until) => $"/wellness-api/rest/backfill/activities?summaryStartTimeInSeconds={from}&summaryEndTimeInSeconds={until}";
}
