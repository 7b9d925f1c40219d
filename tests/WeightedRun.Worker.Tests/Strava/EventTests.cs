using System.Net;
using System.Net.Http.Json;
using WeightedRun.Sandbox.Strava.Faults;
using WeightedRun.Sandbox.Strava.World;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Strava;

public sealed class EventTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly (string, string)[] QuickLadder = [("Strava:RetryPauses:0", "00:00:00.5"), ("Strava:RetryPauses:1", "00:00:00.5")];

    private StravaCase _strava = null!;
    private Product _product = null!;
    private StravaAthlete _athlete = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _strava = await StravaCase.StartAsync(postgres);
        _product = await _strava.StartSubscribedProductAsync(QuickLadder);
        _athlete = _strava.AddAthlete(runs: 1);
        await _strava.ConnectAsync(_product, _athlete);
        await _strava.BackfilledAsync();
        _strava.World.Calls.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await _product.DisposeAsync();
        await _strava.DisposeAsync();
    }

    [Fact]
    public async Task Edits_deletions_and_privacy_end_as_they_are_at_strava()
    {
        var run = Upload();
        _strava.World.Edit(run.Id, before => before with { Name = "Rucksack 10 kg", SportType = "TrailRun" });
        var gone = Upload();
        _strava.World.Delete(gone.Id);
        var hidden = Upload();
        _strava.World.Edit(hidden.Id, before => before with { Visibility = Visibility.OnlyMe });
        await _strava.SettledAsync();

        Assert.Equal("trail_run Rucksack 10 kg weighted", await _strava.Database.ScalarAsync<string>(
            "select sport || ' ' || title || ' ' || outcome from activities join activity_tags using (activity_id) where external_id = @id", new { id = run.Id.ToString() }));
        Assert.Equal(0, await CountAsync(gone));
        Assert.True(await _strava.Database.ScalarAsync<bool>("select is_private from activities where external_id = @id", new { id = hidden.Id.ToString() }));
    }

    [Fact]
    public async Task Many_events_about_one_run_cost_few_calls_and_the_same_event_again_none()
    {
        var run = Upload();
        await _strava.SettledAsync();
        var body = await LastEventAsync(run);
        // Within the second that an event tells of, another change may hide behind the same event.
        await Task.Delay(TimeSpan.FromSeconds(2.5), Cancellation);
        await PostAsync(body);
        await _strava.SettledAsync();
        _strava.World.Calls.Clear();
        for (var n = 0; n < 20; n++)
            await PostAsync(body);

        await _strava.SettledAsync();
        Assert.Equal(0, _strava.World.Calls.Total);

        // A replay from before the inbox remembers, or an invented one with an older time.
        await PostAsync(Event(run.Id.Value, "update", DateTimeOffset.UtcNow.AddHours(-1)));
        await _strava.SettledAsync();
        Assert.Equal(0, _strava.World.Calls.Total);
    }

    [Fact]
    public async Task An_update_before_its_create_and_a_run_that_is_not_there_yet_both_arrive()
    {
        _strava.World.Quirks = new Quirks { NotFoundSecondsAfterUpload = 1 };
        var run = _strava.World.Upload(_athlete.Id, new NewActivity { Start = DateTimeOffset.UtcNow });
        await PostAsync(Event(run.Id.Value, "update", DateTimeOffset.UtcNow));
        await _strava.SettledAsync();
        await SweepUntilAsync(async () => await CountAsync(run) == 1);
    }

    [Fact]
    public async Task An_activity_that_answers_500_for_ever_is_parked_with_its_reason_and_the_others_pass()
    {
        _strava.World.Events.How = _strava.World.Events.How with { IsPaused = true };
        var corrupt = Upload();
        var sound = Upload();
        _strava.World.Faults.Add(new InjectedFault { Kind = FaultKind.Error, Activity = corrupt.Id });
        _strava.World.Events.How = _strava.World.Events.How with { IsPaused = false };
        await SweepUntilAsync(async () => await _strava.Database.ScalarAsync<int>("select count(*) from parked_activities where external_id = @id and reason like 'Strava answered 500%'", new { id = corrupt.Id.ToString() }) == 1);
        Assert.Equal(1, await CountAsync(sound));
        Assert.Equal("parked", await _strava.Database.ScalarAsync<string>("select state from inbox where object_external_id = @id", new { id = corrupt.Id.ToString() }));
    }

    [Fact]
    public async Task Invented_events_change_nothing()
    {
        var run = Upload();
        var stranger = _strava.AddAthlete(runs: 1);
        await _strava.SettledAsync();
        await PostAsync(Event(run.Id.Value, "delete", DateTimeOffset.UtcNow));
        await PostAsync(Event(_athlete.Id.Value, "update", DateTimeOffset.UtcNow, "athlete"));
        await PostAsync(Event(stranger.Activities.All()[0].Id.Value, "create", DateTimeOffset.UtcNow));
        await PostAsync(Event(999, "create", DateTimeOffset.UtcNow, owner: 4711));
        await SweepUntilAsync(async () => await _strava.Database.ScalarAsync<int>("select count(*) from inbox where state = 'pending'") == 0);

        Assert.Equal(1, await CountAsync(run));
        Assert.Equal(2, await _strava.Database.ScalarAsync<int>("select count(*) from activities"));
        Assert.Equal(1, await _strava.Database.ScalarAsync<int>("select count(*) from connections where state = 'active'"));
        Assert.Equal(0, await _strava.Database.ScalarAsync<int>("select count(*) from inbox where owner_external_id = '4711'"));
    }

    [Fact]
    public async Task A_runner_who_withdraws_at_strava_is_gone_with_a_receipt()
    {
        Assert.True(_strava.World.Deauthorize(_strava.World.Tokens.Find(_strava.Sandbox.App, _athlete)!));
        await StravaCase.UntilAsync("he is gone", async () => await _strava.Database.ScalarAsync<int>("select count(*) from connections") == 0);
        Assert.Equal(0, await _strava.Database.ScalarAsync<int>("select (select count(*) from activities) + (select count(*) from inbox)"));
        Assert.Equal("deauthorized 1", await _strava.Database.ScalarAsync<string>("select cause || ' ' || (row_counts->>'activities') from deletion_receipts"));
    }

    [Theory]
    [InlineData("""{"object_type":"activity"}""", HttpStatusCode.OK)]
    [InlineData("""{"object_type":"activity","object_id":1,"aspect_type":"create","owner_id":1,"subscription_id":1,"event_time":99999999999}""", HttpStatusCode.OK)]
    [InlineData("not json", HttpStatusCode.BadRequest)]
    public async Task What_is_no_event_is_not_stored(string body, HttpStatusCode expected)
    {
        Assert.Equal(expected, await PostAsync(new StringContent(body)));
        Assert.Equal(0, await _strava.Database.ScalarAsync<int>("select count(*) from inbox where object_external_id = '1'"));
    }

    [Fact]
    public async Task A_wrong_address_a_wrong_subscription_and_a_long_body_are_refused()
    {
        using var http = new HttpClient();
        using var wrong = await http.PostAsync(new Uri(_product.Address, "webhooks/strava/guess"), new StringContent("{}"), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(new StringContent(new string(' ', 5000) + "{}")));
        await PostAsync(Event(5, "create", DateTimeOffset.UtcNow, subscription: 987654));
        Assert.Equal(0, await _strava.Database.ScalarAsync<int>("select count(*) from inbox where object_external_id = '5'"));
    }

    private StravaActivity Upload() => _strava.World.Upload(_athlete.Id, new NewActivity { Start = DateTimeOffset.UtcNow.AddMinutes(-40) });

    private Task<int> CountAsync(StravaActivity activity) => _strava.Database.ScalarAsync<int>("select count(*) from activities where external_id = @id", new { id = activity.Id.ToString() });

    private Task SweepUntilAsync(Func<Task<bool>> isSo) => StravaCase.UntilAsync("the ladder is climbed", async () =>
    {
        await _product.RunJobAsync<Providers.Strava.SweepStravaInboxJob>(job => job.RunAsync(Cancellation));
        await Task.Delay(200, Cancellation);
        return await isSo();
    });

    private async Task<HttpContent> LastEventAsync(StravaActivity run) => Event(
        run.Id.Value, "create", new DateTimeOffset(await _strava.Database.ScalarAsync<DateTime>("select occurred_at from inbox where object_external_id = @id", new { id = run.Id.ToString() })));

    private JsonContent Event(long id, string aspect, DateTimeOffset at, string type = "activity", long? owner = null, long? subscription = null) => JsonContent.Create(new
    {
        object_type = type,
        object_id = id,
        aspect_type = aspect,
        owner_id = owner ?? _athlete.Id.Value,
        subscription_id = subscription ?? _strava.World.Subscriptions.Of(_strava.Sandbox.App)!.Id,
        event_time = at.ToUnixTimeSeconds(),
        updates = new { title = "x" },
    });

    private async Task<HttpStatusCode> PostAsync(HttpContent body)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsync(_strava.World.Subscriptions.Of(_strava.Sandbox.App)!.CallbackUrl, body, Cancellation);
        return answer.StatusCode;
    }
}
