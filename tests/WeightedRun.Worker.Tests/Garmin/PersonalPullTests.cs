using System.Diagnostics;
using WeightedRun.Analysis.Runs;
using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.Garmin.Faults;
using WeightedRun.Sandbox.GarminPersonal;
using WeightedRun.Worker.Providers;

namespace WeightedRun.Worker.Tests.Garmin;

public sealed class PersonalPullTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_is_read_and_nothing_of_another_runner()
    {
        await using var garmin = await PersonalCase.StartAsync();
        garmin.World.Upload(GarminUserId.New(), new());
        for (var i = 0; i < 230; i++)
            garmin.World.Upload(garmin.Runner, new NewGarminActivity { StartsAt = garmin.World.Clock.GetUtcNow().AddHours(-12 * i) });

        Assert.Equal(230, (await garmin.ReadAsync()).DistinctBy(activity => activity.Activity.ExternalId).Count());
        Assert.Equal(3, garmin.World.Calls.Of("GET /activities"));
    }

    [Fact]
    public async Task A_full_last_page_is_followed_by_an_empty_one_and_no_more()
    {
        await using var garmin = await PersonalCase.StartAsync();
        for (var i = 0; i < 100; i++)
            garmin.World.Upload(garmin.Runner, new NewGarminActivity { StartsAt = garmin.World.Clock.GetUtcNow().AddHours(-i) });

        Assert.Equal((100, 2), ((await garmin.ReadAsync()).Count, garmin.World.Calls.Of("GET /activities")));
    }

    [Fact]
    public async Task No_more_than_two_calls_are_made_at_once()
    {
        await using var garmin = await PersonalCase.StartAsync();
        garmin.World.Quirks = new Quirks { CallsAtOnce = 3, AnswerMilliseconds = 30 };
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => garmin.ReadAsync()));
        Assert.Equal((20, 0), (garmin.World.Calls.Of("GET /activities", 200), garmin.World.Calls.Of("GET /activities", 429)));
    }

    [Fact]
    public async Task A_short_wait_that_Garmin_asks_for_is_waited_for()
    {
        await using var garmin = await PersonalCase.StartAsync();
        garmin.World.Faults.Add(new InjectedFault { Kind = FaultKind.RateLimited, Endpoint = "GET /activities", Times = 1, RetryAfterSeconds = 2 });
        var clock = Stopwatch.StartNew();
        Assert.Empty(await garmin.ReadAsync());
        Assert.True(clock.Elapsed >= TimeSpan.FromSeconds(1.9), $"waited {clock.Elapsed}");
        Assert.Equal(2, garmin.World.Calls.Of("GET /activities"));
    }

    [Fact]
    public async Task A_long_wait_is_left_to_the_job()
    {
        await using var garmin = await PersonalCase.StartAsync(("LongestRetryAfter", "00:00:13"));
        garmin.World.Faults.Add(new InjectedFault { Kind = FaultKind.RateLimited, Endpoint = "GET /activities", Times = 1, RetryAfterSeconds = 14 });
        var refusal = await Assert.ThrowsAsync<GarminException>(() => garmin.ReadAsync());
        Assert.Equal((GarminFault.RateLimited, TimeSpan.FromSeconds(14), 1), (refusal.Fault, refusal.RetryAfter, garmin.World.Calls.Of("GET /activities")));
    }

    [Theory]
    [InlineData(nameof(FaultKind.Error))]
    [InlineData(nameof(FaultKind.BadGateway))]
    [InlineData(nameof(FaultKind.Cut))]
    public async Task A_passing_fault_is_not_noticed(string kind)
    {
        await using var garmin = await PersonalCase.StartAsync();
        garmin.World.Faults.Add(new InjectedFault { Kind = Enum.Parse<FaultKind>(kind), Endpoint = "GET /activities", Times = 1 });
        Assert.Empty(await garmin.ReadAsync());
    }

    [Theory]
    [InlineData(nameof(FaultKind.Error), 3)]
    [InlineData(nameof(FaultKind.BadGateway), 3)]
    [InlineData(nameof(FaultKind.MalformedJson), 1)]
    public async Task A_lasting_fault_is_one_to_come_back_from_later(string kind, int calls)
    {
        await using var garmin = await PersonalCase.StartAsync();
        garmin.World.Faults.Add(new InjectedFault { Kind = Enum.Parse<FaultKind>(kind), Endpoint = "GET /activities" });
        Assert.Equal(GarminFault.Unavailable, (await Assert.ThrowsAsync<GarminException>(() => garmin.ReadAsync())).Fault);
        Assert.Equal(calls, garmin.World.Calls.Of("GET /activities"));
    }

    [Fact]
    public async Task Silence_ends_with_the_attempts_own_limit()
    {
        await using var garmin = await PersonalCase.StartAsync(("AttemptTimeout", "00:00:00.3"));
        garmin.World.Faults.Add(new InjectedFault { Kind = FaultKind.Timeout, Endpoint = "GET /activities" });
        Assert.Equal(GarminFault.Unavailable, (await Assert.ThrowsAsync<GarminException>(() => garmin.ReadAsync())).Fault);
    }

    [Fact]
    public async Task A_cancelled_pull_is_cancelled()
    {
        await using var garmin = await PersonalCase.StartAsync();
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await garmin.Pull.ReadOneAsync(garmin.Key, "1", cancellation.Token));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_recording_is_read_with_or_without_its_zip(bool isBare)
    {
        await using var garmin = await PersonalCase.StartAsync();
        garmin.World.Quirks = new Quirks { SendsBareFit = isBare };
        var id = garmin.World.Upload(garmin.Runner, new NewGarminActivity { TypeKey = "trail_running", DistanceMeters = 8123 }).Id.ToString();
        using var saved = await garmin.Pull.DownloadAsync(garmin.Key, id, Path.Combine(Path.GetTempPath(), $"garmin-{Guid.NewGuid():n}"), Cancellation);
        var recorded = Assert.Single(saved!.Read(Cancellation)).Activity!;
        Assert.Equal((Sport.TrailRun, 8123.0, 168.0), (recorded.Sport, recorded.Distance?.Meters, recorded.AverageCadenceSpm));
        Assert.StartsWith("fit:1-3906-3412345678-", Assert.Single(recorded.ExternalIds), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_in_has_no_recording_and_a_saved_one_leaves_nothing_behind()
    {
        await using var garmin = await PersonalCase.StartAsync();
        var path = Path.Combine(Path.GetTempPath(), $"garmin-{Guid.NewGuid():n}");
        Assert.Null(await garmin.Pull.DownloadAsync(garmin.Key, garmin.World.Upload(garmin.Runner, new NewGarminActivity { IsManual = true }).Id.ToString(), path, Cancellation));
        Assert.False(File.Exists(path));
        (await garmin.Pull.DownloadAsync(garmin.Key, garmin.World.Upload(garmin.Runner, new()).Id.ToString(), path, Cancellation))!.Dispose();
        Assert.False(File.Exists(path));
    }
}
