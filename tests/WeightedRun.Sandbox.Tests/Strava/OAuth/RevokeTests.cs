using System.Net;
using System.Text;
using WeightedRun.Sandbox.Strava.Faults;
using WeightedRun.Sandbox.Strava.OAuth;

namespace WeightedRun.Sandbox.Tests.Strava.OAuth;

public sealed class RevokeTests
{
    private static readonly string Basic = Convert.ToBase64String(Encoding.UTF8.GetBytes("12345:sandbox-secret"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Either_token_revokes_the_pair(bool byRefreshToken)
    {
        await using var connection = await Connection.OpenAsync();

        var revoked = await RevokeAsync(connection, byRefreshToken ? connection.RefreshToken : connection.AccessToken);

        Assert.Equal((HttpStatusCode.OK, ""), (revoked.Status, revoked.Text));
        Assert.Equal("401 Authorization Error: Athlete/access_token/invalid", (await connection.GetAsync("/api/v3/athlete")).Refusal);
        Assert.Equal("400 Bad Request: RefreshToken/refresh_token/invalid", (await connection.RefreshAsync()).Refusal);
    }

    [Fact]
    public async Task A_lapsed_access_token_does_not_keep_the_refresh_token_from_revoking()
    {
        await using var connection = await Connection.OpenAsync();
        connection.Sandbox.Clock.Advance(TimeSpan.FromDays(1));

        await RevokeAsync(connection, connection.RefreshToken);

        Assert.Equal(HttpStatusCode.BadRequest, (await connection.RefreshAsync()).Status);
    }

    [Fact]
    public async Task An_unknown_token_is_as_good_as_revoked()
    {
        await using var connection = await Connection.OpenAsync();

        Assert.Equal(HttpStatusCode.OK, (await RevokeAsync(connection, "unknown")).Status);
        Assert.Equal(HttpStatusCode.OK, (await connection.GetAsync("/api/v3/athlete")).Status);
    }

    [Fact]
    public async Task A_revocation_without_token_is_a_bad_request()
    {
        await using var connection = await Connection.OpenAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await connection.PostAsync("/oauth/revoke", [], Basic, "Basic")).Status);
    }

    [Theory]
    [InlineData("12345:wrong")]
    [InlineData("12345")]
    [InlineData("999:sandbox-secret")]
    public async Task A_revocation_with_wrong_credentials_is_refused_with_an_empty_list(string credentials)
    {
        await using var connection = await Connection.OpenAsync();

        var refused = await connection.PostAsync("/oauth/revoke", [("token", connection.RefreshToken)], Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)), "Basic");

        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
        Assert.Equal("""{"message":"Authorization Error","errors":[]}""", refused.Text);
        Assert.Equal(HttpStatusCode.OK, (await connection.GetAsync("/api/v3/athlete")).Status);
    }

    [Fact]
    public async Task A_revocation_can_be_down_for_a_while()
    {
        await using var connection = await Connection.OpenAsync();
        connection.World.Faults.Add(new InjectedFault { Kind = FaultKind.Unavailable, Endpoint = RevokeEndpoints.Revoke, Times = 1 });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await RevokeAsync(connection, connection.RefreshToken)).Status);
        Assert.Equal(HttpStatusCode.OK, (await RevokeAsync(connection, connection.RefreshToken)).Status);
    }

    [Fact]
    public async Task The_old_call_returns_the_token_counts_for_the_limit_and_works_once()
    {
        await using var connection = await Connection.OpenAsync();

        var done = await connection.PostAsync("/oauth/deauthorize", [], connection.AccessToken);

        Assert.Equal($$"""{"access_token":"{{connection.AccessToken}}"}""", done.Text);
        Assert.Equal("1,1", done.Headers["X-RateLimit-Usage"]);
        Assert.Equal("401 Authorization Error: Athlete/access_token/invalid", (await connection.PostAsync("/oauth/deauthorize", [], connection.AccessToken)).Refusal);
    }

    [Fact]
    public async Task The_old_call_takes_the_token_as_a_parameter_too()
    {
        await using var connection = await Connection.OpenAsync();

        Assert.Equal(HttpStatusCode.OK, (await connection.PostAsync("/oauth/deauthorize", [("access_token", connection.AccessToken)], token: null)).Status);
    }

    [Theory]
    [InlineData("2027-05-31T23:59:59Z", HttpStatusCode.OK)]
    [InlineData("2027-06-01T00:00:00Z", HttpStatusCode.NotFound)]
    public async Task The_old_call_is_retired_in_June_2027(string now, HttpStatusCode status)
    {
        await using var connection = await Connection.StrangerAsync();
        connection.Sandbox.Clock.Set(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture), isStopped: true);
        await connection.ConnectAsync();

        Assert.Equal(status, (await connection.PostAsync("/oauth/deauthorize", [], connection.AccessToken)).Status);
    }

    private static Task<Reply> RevokeAsync(Connection connection, string token) => connection.PostAsync("/oauth/revoke", [("token", token)], Basic, "Basic");
}
