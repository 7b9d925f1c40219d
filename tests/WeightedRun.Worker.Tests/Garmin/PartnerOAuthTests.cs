using WeightedRun.Sandbox.Garmin.Faults;
using WeightedRun.Sandbox.GarminPartner;
using WeightedRun.Worker.Providers;
using WeightedRun.Worker.Providers.GarminPartner;

namespace WeightedRun.Worker.Tests.Garmin;

public sealed class PartnerOAuthTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_challenge_is_that_of_the_standards_example() =>
        Assert.Equal("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", Pkce.Of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").Challenge);

    [Fact]
    public void A_verifier_is_long_enough_and_never_the_same() =>
        Assert.True(Pkce.Create() is { Verifier.Length: 43 } first && Pkce.Create().Verifier != first.Verifier && !first.ToString().Contains(first.Verifier, StringComparison.Ordinal));

    [Fact]
    public async Task A_consent_becomes_a_days_access_to_one_user()
    {
        await using var garmin = await PartnerCase.StartAsync();
        garmin.World.Clock.Set(garmin.World.Clock.GetUtcNow(), isStopped: true);
        var (user, tokens) = await garmin.ConnectAsync();
        Assert.Equal(garmin.World.Clock.GetUtcNow().AddSeconds(86400), tokens.AccessExpiresAt);
        Assert.Equal(user.Value, await garmin.Calls.GetUserIdAsync(tokens.Access, Cancellation));
    }

    [Theory]
    [InlineData(86399, false)]
    [InlineData(86400, true)]
    [InlineData(86401, true)]
    public async Task A_refresh_is_due_ten_minutes_before_the_end(int secondsPlusMargin, bool isDue)
    {
        await using var garmin = await PartnerCase.StartAsync();
        garmin.World.Clock.Set(garmin.World.Clock.GetUtcNow(), isStopped: true);
        var (_, tokens) = await garmin.ConnectAsync();
        garmin.World.Clock.Advance(TimeSpan.FromSeconds(secondsPlusMargin - 600));
        Assert.Equal(isDue, garmin.Tokens.IsRefreshDue(tokens));
    }

    [Fact]
    public async Task A_refresh_changes_both_tokens_and_the_old_one_is_dead()
    {
        await using var garmin = await PartnerCase.StartAsync();
        var (_, first) = await garmin.ConnectAsync();
        var second = await garmin.Tokens.RefreshAsync(first.Refresh!, Cancellation);
        Assert.True(second.Access != first.Access && second.Refresh != first.Refresh);
        Assert.Equal(GarminFault.Revoked, (await Assert.ThrowsAsync<GarminException>(() => garmin.Tokens.RefreshAsync(first.Refresh!, Cancellation))).Fault);
    }

    [Theory]
    [InlineData(nameof(FaultKind.Error), GarminFaultName.Unavailable)]
    [InlineData(nameof(FaultKind.BadGateway), GarminFaultName.Unavailable)]
    [InlineData(nameof(FaultKind.MalformedJson), GarminFaultName.Unavailable)]
    [InlineData(nameof(FaultKind.InactiveToken), GarminFaultName.Application)]
    public async Task Nothing_but_a_dead_grant_ends_a_connection(string kind, string fault)
    {
        await using var garmin = await PartnerCase.StartAsync();
        var (_, tokens) = await garmin.ConnectAsync();
        garmin.World.Faults.Add(new InjectedFault { Kind = Enum.Parse<FaultKind>(kind), Endpoint = "POST /token" });
        Assert.Equal(fault, (await Assert.ThrowsAsync<GarminException>(() => garmin.Tokens.RefreshAsync(tokens.Refresh!, Cancellation))).Fault.ToString());
        garmin.World.Faults.Clear();
        Assert.NotEmpty((await garmin.Tokens.RefreshAsync(tokens.Refresh!, Cancellation)).Access);
    }

    [Fact]
    public async Task A_wrong_secret_is_the_operators_and_is_not_shown()
    {
        await using var garmin = await PartnerCase.StartAsync(("ClientSecret", "not-the-secret"));
        var refusal = await Assert.ThrowsAsync<GarminException>(() => garmin.Tokens.RefreshAsync("a-token", Cancellation));
        Assert.Equal(GarminFault.Application, refusal.Fault);
        Assert.DoesNotContain("not-the-secret", refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Permissions_are_read_in_both_shapes(bool isWrapped)
    {
        await using var garmin = await PartnerCase.StartAsync();
        garmin.World.Quirks = new Quirks { WrapsPermissions = isWrapped, WithholdsHistory = true };
        var permissions = await garmin.Calls.GetPermissionsAsync((await garmin.ConnectAsync()).Tokens.Access, Cancellation);
        Assert.Equal((true, false), (permissions.AllowsActivities, permissions.AllowsHistory));
    }

    [Fact]
    public async Task Leaving_is_confirmed_by_a_call_and_can_be_repeated()
    {
        await using var garmin = await PartnerCase.StartAsync();
        var (_, tokens) = await garmin.ConnectAsync();
        await garmin.Calls.GetUserIdAsync(tokens.Access, Cancellation);
        await garmin.Calls.DeregisterAsync(tokens.Access, Cancellation);
        await garmin.Calls.DeregisterAsync(tokens.Access, Cancellation);
        Assert.Equal(GarminFault.Unauthorized, (await Assert.ThrowsAsync<GarminException>(() => garmin.Calls.GetUserIdAsync(tokens.Access, Cancellation))).Fault);
    }

    private static class GarminFaultName
    {
        public const string Unavailable = nameof(GarminFault.Unavailable);
        public const string Application = nameof(GarminFault.Application);
    }
}
