using WeightedRun.Analysis.Runs;
using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.GarminPartner;
using WeightedRun.Sandbox.GarminPartner.Notices;
using WeightedRun.Worker.Providers;
using WeightedRun.Worker.Providers.GarminPartner;

namespace WeightedRun.Worker.Tests.Garmin;

public sealed class PartnerDeliveryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_pushed_summary_is_told_in_our_units(bool idsAsTexts)
    {
        await using var garmin = await PartnerCase.StartAsync();
        garmin.World.Quirks = new Quirks { WritesIdsAsTexts = idsAsTexts };
        garmin.Listen("activities", NoticeMode.Push);
        var (user, _) = await garmin.ConnectAsync();
        var ruck = garmin.World.Upload(user, new NewGarminActivity { TypeKey = "rucking", Cadence = 120, StartsAt = new DateTimeOffset(2026, 11, 2, 5, 30, 0, TimeSpan.Zero) });
        await garmin.World.Sender.WhenIdleAsync(Cancellation);
        var notice = Assert.Single(garmin.Notices);
        Assert.Equal((NoticeKind.Activity, user.Value), (notice.Kind, notice.UserId));
        var told = GarminPartnerMapping.ToIncoming(notice)!.Activity;
        Assert.Equal((Sport.Ruck, "RUCKING", 120), (told.Sport, told.ProviderSport, told.AverageCadenceSpm));
        Assert.Equal((new DateTime(2026, 11, 2, 7, 30, 0), 2400, 8000), (told.StartLocal, told.MovingTime?.TotalSeconds, told.Distance?.Meters));
        Assert.Equal((ruck.Id.ToString(), $"garmin:{ruck.Id}"), (told.ExternalId, Assert.Single(told.ExternalIds)));
    }

    [Fact]
    public async Task A_pinged_summary_is_the_same_as_a_pushed_one()
    {
        await using var garmin = await PartnerCase.StartAsync();
        garmin.Listen("activities", NoticeMode.Ping);
        var (user, _) = await garmin.ConnectAsync();
        var run = garmin.World.Upload(user, new NewGarminActivity { Name = "Vest 10 kg" });
        await garmin.World.Sender.WhenIdleAsync(Cancellation);
        var callback = Callback.Parse(Assert.Single(garmin.Notices).CallbackUrl, garmin.ApiBaseUrl)!;
        var told = GarminPartnerMapping.ToIncoming(Assert.Single(await garmin.Deliveries.ReadActivitiesAsync(callback, Cancellation)))!.Activity;
        Assert.Equal((run.Id.ToString(), "Vest 10 kg"), (told.ExternalId, told.Title));
    }

    [Fact]
    public async Task A_file_is_on_disk_before_it_is_read_and_is_not_to_be_had_twice()
    {
        await using var garmin = await PartnerCase.StartAsync();
        garmin.Listen("activityFiles", NoticeMode.Ping);
        var (user, _) = await garmin.ConnectAsync();
        var run = garmin.World.Upload(user, new NewGarminActivity { DistanceMeters = 5432 });
        await garmin.World.Sender.WhenIdleAsync(Cancellation);
        var notice = Assert.Single(garmin.Notices);
        Assert.Equal(run.Id.ToString(), GarminPartnerMapping.IdOf(notice));
        var callback = Callback.Parse(notice.CallbackUrl, garmin.ApiBaseUrl)!;
        Assert.Equal(12, callback.FileId?.Length);
        var path = Path.Combine(Path.GetTempPath(), $"garmin-{Guid.NewGuid():n}");
        using var saved = await garmin.Deliveries.DownloadAsync(callback, path, Cancellation);
        Assert.Equal(5432, Assert.Single(saved!.Read(Cancellation)).Activity!.Distance?.Meters);
        Assert.Null(await garmin.Deliveries.DownloadAsync(callback, path + "-again", Cancellation));
        Assert.False(File.Exists(path + "-again"));
    }

    [Fact]
    public async Task A_ping_that_is_a_day_old_answers_no_more()
    {
        await using var garmin = await PartnerCase.StartAsync();
        garmin.Listen("activities", NoticeMode.Ping);
        garmin.World.Upload((await garmin.ConnectAsync()).User, new());
        await garmin.World.Sender.WhenIdleAsync(Cancellation);
        garmin.World.Clock.Advance(TimeSpan.FromHours(24));
        var callback = Callback.Parse(Assert.Single(garmin.Notices).CallbackUrl, garmin.ApiBaseUrl)!;
        Assert.Equal(GarminFault.Refused, (await Assert.ThrowsAsync<GarminException>(() => garmin.Deliveries.ReadActivitiesAsync(callback, Cancellation))).Fault);
    }

    [Fact]
    public async Task Edits_departures_and_permissions_are_told_apart()
    {
        await using var garmin = await PartnerCase.StartAsync();
        garmin.World.Quirks = new Quirks { WritesPermissionsAsMap = true };
        foreach (var kind in (string[])["manuallyUpdatedActivities", "userPermissionsChange", "deregistrations"])
            garmin.Listen(kind, NoticeMode.Push);

        var (user, _) = await garmin.ConnectAsync();
        garmin.World.Edit(garmin.World.Upload(user, new NewGarminActivity { IsManual = true }).Id, "Vest 10 kg", null);
        garmin.World.ChangePermissions(user, ["ACTIVITY_EXPORT"]);
        garmin.World.Deregister(user);
        await garmin.World.Sender.WhenIdleAsync(Cancellation);
        Assert.Equal([NoticeKind.ManuallyUpdatedActivity, NoticeKind.PermissionChange, NoticeKind.Deregistration], garmin.Notices.Select(notice => notice.Kind).Order().ToArray() is var kinds ? [kinds[0], kinds[2], kinds[1]] : []);
        Assert.Equal(["ACTIVITY_EXPORT"], garmin.Notices.Single(notice => notice.Kind == NoticeKind.PermissionChange).Permissions);
        var edited = GarminPartnerMapping.ToIncoming(garmin.Notices.Single(notice => notice.Kind == NoticeKind.ManuallyUpdatedActivity))!.Activity;
        Assert.Equal(("Vest 10 kg", false), (edited.Title, edited.IsManual));
    }

    [Fact]
    public async Task Ten_megabytes_of_many_users_are_read()
    {
        await using var garmin = await PartnerCase.StartAsync();
        Assert.Equal(System.Net.HttpStatusCode.OK, await garmin.World.Sender.PostAsync(garmin.NoticeUrl, LargeBody.Of(garmin.World, 10), Cancellation));
        Assert.Equal(500, garmin.Notices.Select(notice => notice.UserId).Distinct().Count());
        Assert.True(garmin.Notices.Count > 10_000 && garmin.Notices.All(notice => GarminPartnerMapping.ToIncoming(notice) is not null));
    }

    [Theory]
    [InlineData("https://apis.garmin.com/wellness-api/rest/activities?token=t", true)]
    [InlineData("https://apis.garmin.com/wellness-api/rest/activityFile?id=1&token=t", true)]
    [InlineData("http://apis.garmin.com/wellness-api/rest/activities?token=t", false)]
    [InlineData("https://apis.garmin.com.evil.test/wellness-api/rest/activities", false)]
    [InlineData("https://apis.garmin.com:8443/wellness-api/rest/activities", false)]
    [InlineData("https://apis.garmin.com@evil.test/wellness-api/rest/activities", false)]
    [InlineData("https://me@apis.garmin.com/wellness-api/rest/activities", false)]
    [InlineData("https://apis.garmin.com/wellness-api/rest/user/registration", false)]
    [InlineData("https://apis.garmin.com/wellness-api/rest/activities/../user/id", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/wellness-api/rest/activities", false)]
    [InlineData(null, false)]
    public void Only_Garmins_own_addresses_are_followed(string? address, bool isFollowed) =>
        Assert.Equal(isFollowed, Callback.Parse(address, new Uri("https://apis.garmin.com")) is not null);
}
