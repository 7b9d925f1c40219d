using System.Net;
using System.Text.RegularExpressions;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Tests.Strava.OAuth;

public sealed partial class ConsentPageTests
{
    [Fact]
    public async Task The_page_asks_who_and_shows_a_box_for_each_scope()
    {
        await using var stranger = await Connection.StrangerAsync();
        stranger.World.AddAthlete(new NewAthlete { FirstName = "<b>Bo</b>" });

        var page = (await stranger.AuthorizeAsync()).Text;

        Assert.Equal(3, Boxes().Count(page));
        Assert.Contains("Runa Sample", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Bo&lt;/b&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ticked_boxes_are_granted_and_no_more_than_was_asked()
    {
        await using var stranger = await Connection.StrangerAsync();

        var redirect = await DecideAsync(stranger, ("decision", "approve"), ("athlete", $"{stranger.Athlete.Id}"), ("granted", "read"), ("granted", "activity:write"));

        Assert.Equal("read", redirect.Callback["scope"]);
        Assert.Equal(HttpStatusCode.OK, (await stranger.ExchangeAsync(redirect.Callback["code"]!)).Status);
    }

    [Fact]
    public async Task Cancel_denies()
    {
        await using var stranger = await Connection.StrangerAsync();

        var redirect = await DecideAsync(stranger, ("decision", "deny"), ("athlete", $"{stranger.Athlete.Id}"));

        Assert.Equal("access_denied", redirect.Callback["error"]);
    }

    [Fact]
    public async Task Who_consented_before_is_asked_again_only_when_forced_or_for_more()
    {
        await using var connection = await Connection.OpenAsync("read,activity:read");
        connection.World.Consent = new();
        var known = ("sandbox_athlete", $"{connection.Athlete.Id}");

        Assert.Equal(HttpStatusCode.Redirect, (await connection.AuthorizeAsync(known, ("scope", "read"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await connection.AuthorizeAsync(known, ("scope", "read"), ("approval_prompt", "force"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await connection.AuthorizeAsync(known, ("scope", "read,activity:read_all"))).Status);
    }

    [Fact]
    public async Task Above_fifty_athletes_the_number_is_typed_in()
    {
        await using var stranger = await Connection.StrangerAsync();
        for (var added = 0; added < 50; added++)
            stranger.World.AddAthlete(new NewAthlete());

        var page = (await stranger.AuthorizeAsync()).Text;

        Assert.DoesNotContain("<select", page, StringComparison.Ordinal);
        Assert.Contains("<input name=\"athlete\"", page, StringComparison.Ordinal);
    }

    private static async Task<Reply> DecideAsync(Connection stranger, params (string, string)[] form)
    {
        var page = (await stranger.AuthorizeAsync()).Text;
        var action = WebUtility.HtmlDecode(Action().Match(page).Groups[1].Value);
        return await stranger.PostAsync(action, form, token: null);
    }

    [GeneratedRegex("type=\"checkbox\"")]
    private static partial Regex Boxes();

    [GeneratedRegex("action=\"([^\"]+)\"")]
    private static partial Regex Action();
}
