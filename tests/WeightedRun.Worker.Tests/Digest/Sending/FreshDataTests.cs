using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Sandbox.Strava;
using WeightedRun.Sandbox.Strava.Faults;
using WeightedRun.Sandbox.Strava.OAuth;
using WeightedRun.Sandbox.Strava.World;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Digest.Sending;

/// <summary>The runner's window is read again before a word is written about it.</summary>
public sealed class FreshDataTests(PostgresFixture postgres) : IAsyncLifetime
{
    private DigestCase _case = null!;
    private StravaSandbox _strava = null!;
    private StravaAthlete _athlete = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _case = await DigestCase.StartAsync(postgres);
        _strava = await _case.AddStravaAsync();
        _athlete = _strava.World.AddAthlete(new NewAthlete());
        var runner = await _case.AddRunnerAsync(runs: 0);
        var pair = _strava.World.Tokens.Connect(_strava.App, _athlete, Scopes.Parse("read,activity:read_all")!)!;
        await _case.Services.GetRequiredService<ConnectionStore>().ConnectAsync(
            new Authorization
            {
                Provider = "strava",
                ExternalId = _athlete.Id.Value.ToString(CultureInfo.InvariantCulture),
                Scopes = ["read", "activity:read_all"],
                Tokens = new Tokens(pair.AccessToken, pair.RefreshToken, pair.ExpiresAt),
                SignedInAs = runner,
            },
            Cancellation);
        _strava.World.Upload(_athlete.Id, new NewActivity { Start = DigestCase.Monday.AddDays(-2), Name = "Vest 8 kg", DeviceName = "Garmin Forerunner 265" });
        _strava.World.Upload(_athlete.Id, new NewActivity { Start = DigestCase.Monday.AddDays(-4), Name = "Easy" });
    }

    public async ValueTask DisposeAsync()
    {
        await _strava.DisposeAsync();
        await _case.DisposeAsync();
    }

    [Fact]
    public async Task A_run_uploaded_a_minute_ago_is_in_the_digest_at_the_cost_of_one_list_and_one_look_at_each_new_run()
    {
        await _case.SweepAsync();
        var text = DigestCase.Read(Assert.Single(_case.Sink.Taken).Mail).TextBody!;
        Assert.Contains("Vest 8 kg", text, StringComparison.Ordinal);
        Assert.Contains("https://www.strava.com/activities/", text, StringComparison.Ordinal);
        Assert.Contains("Garmin Forerunner 265", text, StringComparison.Ordinal);
        Assert.Equal(1, _strava.World.Calls.Of("GET /athlete/activities"));
        Assert.Equal(2, _strava.World.Calls.Of("GET /activities/{id}"));

        _case.Time.Advance(TimeSpan.FromDays(7));
        await _case.SweepAsync();
        Assert.Equal(2, _strava.World.Calls.Of("GET /athlete/activities"));
        Assert.Equal(2, _strava.World.Calls.Of("GET /activities/{id}"));
    }

    [Fact]
    public async Task With_stale_data_the_digest_waits_six_hours_and_then_says_so()
    {
        _strava.World.Faults.Add(new InjectedFault { Kind = FaultKind.MalformedJson });
        foreach (var hours in new[] { 0, 1, 4 })
        {
            _case.Time.Advance(TimeSpan.FromHours(hours));
            await _case.SweepAsync();
            Assert.Equal(["pending"], await _case.StatesAsync());
            Assert.Equal("waits for fresh data", await _case.ReasonAsync());
        }

        _case.Time.Advance(TimeSpan.FromHours(1));
        await _case.SweepAsync();
        Assert.Equal(["sent"], await _case.StatesAsync());
        Assert.Contains("could not fetch anything newer", Words(), StringComparison.Ordinal);
        Assert.Equal(1, await _case.Database.ScalarAsync<int>("select attempts from digests"));
    }

    [Fact]
    public async Task Without_calls_left_in_the_digests_share_it_waits_for_the_next_window()
    {
        await _case.Database.ExecuteAsync(
            """
            insert into api_budget_windows (provider, bucket, span, starts_at, ends_at, calls_allowed, calls_used)
            select 'strava', bucket, span, @Monday - before, @Monday - before + length, 100, case span when 'day' then 0 else 95 end
            from unnest(array['overall', 'read']) as bucket, (values ('quarter_hour', interval '0', interval '15 minutes'), ('day', interval '6 hours', interval '1 day')) as windows (span, before, length)
            """,
            new { DigestCase.Monday });
        await _case.SweepAsync();
        Assert.Equal(["pending"], await _case.StatesAsync());
        Assert.Equal(0, _strava.World.Calls.Total);

        _case.Time.Advance(TimeSpan.FromMinutes(16));
        await _case.SweepAsync();
        Assert.Equal(["sent"], await _case.StatesAsync());
    }

    [Fact]
    public async Task When_the_connection_is_broken_that_is_the_mail()
    {
        Assert.True(_strava.World.Deauthorize(_strava.World.Tokens.Find(_strava.App, _athlete)!));
        await _case.SweepAsync();
        Assert.Equal(["sent"], await _case.StatesAsync());
        Assert.Contains("Strava", Words(), StringComparison.Ordinal);
        Assert.Contains("https://runs.example.org/connections", Words(), StringComparison.Ordinal);
        Assert.Equal("broken", await _case.Database.ScalarAsync<string>("select state from connections"));
    }

    private string Words() => string.Join(' ', DigestCase.Read(Assert.Single(_case.Sink.Taken).Mail).TextBody!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
