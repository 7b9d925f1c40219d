using Microsoft.AspNetCore.DataProtection;
using WeightedRun.Worker.Links;

namespace WeightedRun.Worker.Tests.Links;

public sealed class SignedLinksTests
{
    private readonly SignedLinks _links = new(new EphemeralDataProtectionProvider());

    [Fact]
    public void A_link_opens_what_it_was_signed_for() => Assert.Equal("7", _links.Open("unsubscribe", _links.Sign("unsubscribe", "7", TimeSpan.FromDays(1))));

    [Fact]
    public void A_link_opens_nothing_else() => Assert.Null(_links.Open("confirm", _links.Sign("unsubscribe", "7", TimeSpan.FromDays(1))));

    [Fact]
    public void A_link_ends() => Assert.Null(_links.Open("unsubscribe", _links.Sign("unsubscribe", "7", TimeSpan.FromSeconds(-1))));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("not/base64?")]
    public void What_was_not_signed_opens_nothing(string? token) => Assert.Null(_links.Open("unsubscribe", token));

    [Fact]
    public void A_changed_link_opens_nothing()
    {
        var token = _links.Sign("unsubscribe", "7", TimeSpan.FromDays(1));
        foreach (var place in Enumerable.Range(0, token.Length))
            Assert.Null(_links.Open("unsubscribe", string.Concat(token.AsSpan(0, place), token[place] == 'A' ? "B" : "A", token.AsSpan(place + 1))));
    }

    [Fact]
    public void A_token_needs_no_encoding_in_an_address() => Assert.Matches("^[A-Za-z0-9_-]+$", _links.Sign("unsubscribe", "strava:1 ü", TimeSpan.FromDays(1)));
}
