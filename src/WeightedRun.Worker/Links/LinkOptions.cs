using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Links;

/// <summary>Section <c>Links</c>.</summary>
internal sealed class LinkOptions : ISettings
{
    public static string Section => "Links";

    /// <summary>The address under which runners reach the product, such as <c>https://runs.example.org/</c>. Empty: Strava's public address, else <see cref="LocalUrl"/>.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Where a runner on this machine reaches the product; links in mails lead there while no public address is set.</summary>
    public Uri LocalUrl { get; set; } = new("http://localhost:5000");

    public IEnumerable<WrongSetting> FindWrong() => [];
}
