using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Links;
using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Tests.Links;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("https://runs.example.org/weighted", "https://strava.example.org", "https://runs.example.org/weighted/settings")]
    [InlineData("", "https://strava.example.org", "https://strava.example.org/settings")]
    [InlineData("", "", "http://localhost:8080/settings")]
    public void Links_lead_to_the_public_address_else_to_stravas_else_to_this_machines(string ours, string stravas, string link)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Links:PublicUrl"] = ours, ["Strava:PublicUrl"] = stravas, ["Links:LocalUrl"] = "http://localhost:8080" }).Build();
        Assert.Equal(link, new PublicAddress(Options.Create(settings.Read<Worker.Links.LinkOptions>()), settings).Of("settings").ToString());
    }
}
