using WeightedRun.Sandbox.Garmin.Faults;
using WeightedRun.Sandbox.GarminPersonal;
using WeightedRun.Worker.Providers;

namespace WeightedRun.Worker.Tests.Garmin;

public sealed class PersonalTokenTests
{
    [Theory]
    [InlineData(nameof(TokenShape.Snake))]
    [InlineData(nameof(TokenShape.Camel))]
    [InlineData(nameof(TokenShape.Bare))]
    public async Task A_token_is_found_however_its_answer_is_spelled(string shape)
    {
        await using var garmin = await PersonalCase.StartAsync();
        garmin.World.Quirks = new Quirks { TokenShape = Enum.Parse<TokenShape>(shape) };
        garmin.World.Upload(garmin.Runner, new());
        Assert.Single(await garmin.ReadAsync());
    }

    [Fact]
    public async Task Eight_calls_at_once_exchange_the_key_once()
    {
        await using var garmin = await PersonalCase.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => garmin.ReadAsync()));
        Assert.Equal((1, 8), (garmin.World.Calls.Of("POST /token"), garmin.World.Calls.Of("GET /activities", 200)));
    }

    [Theory]
    [InlineData(22 * 60 + 59, 1)]
    [InlineData(23 * 60, 2)]
    [InlineData(23 * 60 + 1, 2)]
    public async Task A_token_is_renewed_an_hour_before_its_end(int minutes, int exchanges)
    {
        await using var garmin = await PersonalCase.StartAsync();
        garmin.World.Clock.Set(garmin.World.Clock.GetUtcNow(), isStopped: true);
        await garmin.ReadAsync();
        garmin.World.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await garmin.ReadAsync();
        Assert.Equal((exchanges, 0), (garmin.World.Calls.Of("POST /token"), garmin.World.Calls.Of("GET /activities", 401)));
    }

    [Fact]
    public async Task A_token_made_inactive_is_replaced_once_and_the_call_succeeds()
    {
        await using var garmin = await PersonalCase.StartAsync();
        await garmin.ReadAsync();
        garmin.World.KillTokens(garmin.Runner);
        await garmin.ReadAsync();
        Assert.Equal((2, 1, 2), (garmin.World.Calls.Of("POST /token"), garmin.World.Calls.Of("GET /activities", 401), garmin.World.Calls.Of("GET /activities", 200)));
    }

    [Fact]
    public async Task Who_is_refused_with_a_new_token_too_is_refused()
    {
        await using var garmin = await PersonalCase.StartAsync();
        garmin.World.Faults.Add(new InjectedFault { Kind = FaultKind.InactiveToken, Endpoint = "GET /activities" });
        Assert.Equal(GarminFault.Unauthorized, (await Assert.ThrowsAsync<GarminException>(() => garmin.ReadAsync())).Fault);
        Assert.Equal((2, 2), (garmin.World.Calls.Of("POST /token"), garmin.World.Calls.Of("GET /activities")));
    }

    [Fact]
    public async Task An_expired_key_asks_for_the_runner_and_is_never_shown()
    {
        await using var garmin = await PersonalCase.StartAsync();
        garmin.World.Clock.Advance(TimeSpan.FromDays(91));
        var refusal = await Assert.ThrowsAsync<GarminException>(() => garmin.ReadAsync());
        Assert.Equal(GarminFault.Revoked, refusal.Fault);
        Assert.DoesNotContain(garmin.Key.Value, refusal + garmin.Key.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, garmin.World.Calls.Of("POST /token"));
    }

    [Fact]
    public async Task A_new_key_of_the_same_connection_is_used_at_once()
    {
        await using var garmin = await PersonalCase.StartAsync();
        await garmin.ReadAsync();
        await garmin.ReadAsync(garmin.Key with { Value = garmin.World.CreateKey(garmin.Runner) });
        Assert.Equal(2, garmin.World.Calls.Of("POST /token", 200));
    }
}
