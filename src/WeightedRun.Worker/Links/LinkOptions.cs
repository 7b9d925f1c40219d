using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Links;

/// <summary>Section <c>Links</c>.</summary>
internal sealed class LinkOptions : ISettings
{
    public static string Section => "Links";

    /// <summary>The address under which runners reach the product, such as <c>https://runs.example.org/</c>. Empty: Strava's public address, else this machine's.</summary>
    public Uri? PublicUrl { get; set; }

    public IEnumerable<WrongSetting> FindWrong() => [];
}
