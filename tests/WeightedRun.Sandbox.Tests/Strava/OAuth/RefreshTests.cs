using System.Net;
using WeightedRun.Sandbox.Strava.OAuth;

namespace WeightedRun.Sandbox.Tests.Strava.OAuth;

public sealed class RefreshTests
{
    private const int OneHour = 3600;

    [Theory]
    [InlineData(OneHour + 1, true)]
    [InlineData(OneHour, false)]
    [InlineData(OneHour - 1, false)]
    [InlineData(-1, false)]
    public async Task The_access_token_is_kept_while_more_than_an_hour_is_left(int secondsLeft, bool isKept)
    {
        await using var connection = await ConnectedWithSecondsLeftAsync(secondsLeft);

        var refreshed = (await connection.RefreshAsync()).Json;

        Assert.Equal(isKept, refreshed.GetProperty("access_token").GetString() == connection.AccessToken);
        Assert.Equal(isKept, refreshed.GetProperty("refresh_token").GetString() == connection.RefreshToken);
        Assert.Equal(isKept ? secondsLeft : 21_600, refreshed.GetProperty("expires_in").GetInt32());
        Assert.False(refreshed.TryGetProperty("athlete", out _));
    }

    [Fact]
    public async Task The_old_refresh_token_stops_working_at_once_and_the_new_one_works()
    {
        await using var connection = await ConnectedWithSecondsLeftAsync(OneHour);

        var refreshed = (await connection.RefreshAsync()).Json;

        Assert.Equal("400 Bad Request: RefreshToken/refresh_token/invalid", (await connection.RefreshAsync()).Refusal);
        Assert.Equal(HttpStatusCode.OK, (await connection.RefreshAsync(refreshed.GetProperty("refresh_token").GetString())).Status);
        Assert.Equal(2, connection.World.Calls.Of(TokenEndpoint.Refresh, 200));
        Assert.Equal(1, connection.World.Calls.Of(TokenEndpoint.Refresh, 400));
    }

    [Fact]
    public async Task A_switch_rotates_the_refresh_token_each_time()
    {
        await using var connection = await ConnectedWithSecondsLeftAsync(OneHour + 1);
        connection.World.Quirks = new() { RotatesAtEveryRefresh = true };

        var refreshed = (await connection.RefreshAsync()).Json;

        Assert.Equal(connection.AccessToken, refreshed.GetProperty("access_token").GetString());
        Assert.NotEqual(connection.RefreshToken, refreshed.GetProperty("refresh_token").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await connection.RefreshAsync()).Status);
    }

    [Theory]
    [InlineData(1, HttpStatusCode.OK)]
    [InlineData(0, HttpStatusCode.Unauthorized)]
    [InlineData(-1, HttpStatusCode.Unauthorized)]
    public async Task An_access_token_works_until_it_expires(int secondsLeft, HttpStatusCode status)
    {
        await using var connection = await ConnectedWithSecondsLeftAsync(secondsLeft);

        Assert.Equal(status, (await connection.GetAsync("/api/v3/athlete")).Status);
    }

    [Fact]
    public async Task Of_two_refreshes_at_once_with_one_token_one_wins()
    {
        await using var connection = await ConnectedWithSecondsLeftAsync(0);

        var replies = await Task.WhenAll(connection.RefreshAsync(), connection.RefreshAsync());

        Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
        Assert.Single(replies, reply => reply.Status == HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_lapsed_subscription_is_told_from_a_dead_token()
    {
        await using var connection = await Connection.OpenAsync();
        connection.Sandbox.App.IsActive = false;

        Assert.Equal("403 Forbidden: Application/Status/Inactive", (await connection.RefreshAsync()).Refusal);
        Assert.Equal("403 Forbidden: Application/Status/Inactive", (await connection.GetAsync("/api/v3/athlete")).Refusal);
    }

    private static async Task<Connection> ConnectedWithSecondsLeftAsync(int secondsLeft)
    {
        var connection = await Connection.StrangerAsync();
        connection.Sandbox.Clock.Set(new DateTimeOffset(2026, 11, 25, 6, 0, 0, TimeSpan.Zero), isStopped: true);
        await connection.ConnectAsync();
        connection.Sandbox.Clock.Advance(TimeSpan.FromHours(6) - TimeSpan.FromSeconds(secondsLeft));
        return connection;
    }
}
