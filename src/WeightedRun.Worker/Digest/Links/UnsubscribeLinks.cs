using System.Globalization;
using WeightedRun.Worker.Links;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Digest.Links;

/// <summary>Where the digest is ended, with a button or, for the mail program, with one POST.</summary>
internal sealed class UnsubscribeLinks(SignedLinks links, PublicAddress pages)
{
    private const string Purpose = "unsubscribe from the digest";

    // A mail may be read years later, and still says how to end them.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3650);

    public Uri Of(RunnerId runner) => pages.Of($"unsubscribe/{links.Sign(Purpose, runner.Value.ToString(CultureInfo.InvariantCulture), Lifetime)}");

    /// <summary>Null when it is not ours.</summary>
    public RunnerId? Open(string token) => links.Open(Purpose, token) is { } runner ? new RunnerId(long.Parse(runner, CultureInfo.InvariantCulture)) : null;
}
