using System.Net;
using WeightedRun.Sandbox.GarminPartner;
using WeightedRun.Sandbox.GarminPartner.OAuth;

namespace WeightedRun.Sandbox.Tests.Garmin;

public sealed class PartnerOAuthTests : PartnerFixture
{
    [Fact]
    public async Task A_code_becomes_a_day_of_access_and_three_months_of_refresh()
    {
        var back = await ConsentAsync();
        Assert.Equal("s1", back["state"]);
        using var answer = await ExchangeAsync(back["code"]);
        var tokens = await JsonAsync(answer);
        Assert.Equal((86400, 7775998, "bearer"), (tokens.GetProperty("expires_in").GetInt32(), tokens.GetProperty("refresh_token_expires_in").GetInt32(), tokens.GetProperty("token_type").GetString()));
    }

    [Theory]
    [InlineData("plain", "sandbox-partner")]
    [InlineData("S256", "stranger")]
    public async Task Consent_needs_S256_and_a_known_application(string method, string client) =>
        Assert.Equal(400, await StatusOfAsync(Authorize(Challenge(Verifier), method, client)));

    [Fact]
    public async Task A_runner_may_say_no()
    {
        World.Quirks = new Quirks { DeniesConsent = true };
        Assert.Equal("access_denied", (await ConsentAsync())["error"]);
    }

    [Fact]
    public async Task A_code_is_good_once_for_its_own_verifier_and_redirect()
    {
        await RefusedAsync(ExchangeAsync((await ConsentAsync())["code"], new string('x', 43)));
        await RefusedAsync(ExchangeAsync((await ConsentAsync())["code"], redirect: "http://partner.test/elsewhere"));
        var code = (await ConsentAsync())["code"];
        using (var first = await ExchangeAsync(code))
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);

        await RefusedAsync(ExchangeAsync(code));
    }

    [Fact]
    public async Task A_verifier_of_42_characters_is_too_short_though_its_challenge_fits()
    {
        var verifier = new string('v', 42);
        await RefusedAsync(ExchangeAsync((await ConsentAsync(Authorize(Challenge(verifier))))["code"], verifier));
    }

    [Fact]
    public async Task A_wrong_secret_is_no_client()
    {
        using var answer = await TokenAsync(("grant_type", "refresh_token"), ("refresh_token", "r"), ("client_secret", "wrong"));
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (answer.StatusCode, (await JsonAsync(answer)).GetProperty("error").GetString()));
    }

    [Fact]
    public async Task Each_refresh_changes_the_refresh_token()
    {
        using var first = await ExchangeAsync((await ConsentAsync())["code"]);
        var old = (await JsonAsync(first)).GetProperty("refresh_token").GetString()!;
        using var second = await TokenAsync(("grant_type", "refresh_token"), ("refresh_token", old));
        Assert.NotEqual(old, (await JsonAsync(second)).GetProperty("refresh_token").GetString());
        await RefusedAsync(TokenAsync(("grant_type", "refresh_token"), ("refresh_token", old)));
    }

    [Fact]
    public async Task Access_ends_after_a_day()
    {
        await ConnectAsync();
        Assert.Equal(200, await StatusOfAsync("/wellness-api/rest/user/id"));
        World.Clock.Advance(TimeSpan.FromSeconds(TokenBook.AccessSeconds));
        using var stale = await Http.GetAsync("/wellness-api/rest/user/id", Cancellation);
        Assert.Equal("Token is not active", (await JsonAsync(stale)).GetProperty("error_description").GetString());
    }

    [Fact]
    public async Task A_user_keeps_one_id_over_reconnections()
    {
        var user = await ConnectAsync();
        Assert.Equal(user.Value, (await GetAsync("/wellness-api/rest/user/id")).GetProperty("userId").GetString());
        World.Connect(user);
        Assert.Equal(user.Value, (await GetAsync("/wellness-api/rest/user/id")).GetProperty("userId").GetString());
    }

    [Fact]
    public async Task Permissions_are_a_list_or_a_list_in_an_object()
    {
        await ConnectAsync();
        Assert.Contains("ACTIVITY_EXPORT", (await GetAsync("/wellness-api/rest/user/permissions")).EnumerateArray().Select(permission => permission.GetString()));
        World.Quirks = new Quirks { WrapsPermissions = true };
        Assert.Equal(6, (await GetAsync("/wellness-api/rest/user/permissions")).GetProperty("permissions").GetArrayLength());
    }

    [Fact]
    public async Task Who_deletes_the_registration_has_no_token_any_more()
    {
        await ConnectAsync();
        using var answer = await Http.DeleteAsync("/wellness-api/rest/user/registration", Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(401, await StatusOfAsync("/wellness-api/rest/user/id"));
    }

    private static async Task RefusedAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), (answer.StatusCode, (await JsonAsync(answer)).GetProperty("error").GetString()));
    }
}
