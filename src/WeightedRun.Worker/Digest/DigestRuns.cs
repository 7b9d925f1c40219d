using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Digest.Sentences;

namespace WeightedRun.Worker.Digest;

/// <summary>The week's runs with tag and evidence, and what their providers ask to be said beside them.</summary>
internal sealed class DigestRuns(DigestSituation situation, DigestSentences sentences, DigestLinks links)
{
    // Two a day for a week; a mail must not grow with whoever records laps as runs.
    private const int MaxRuns = 14;

    // The providers' own words, in every language.
    private const string ViewOnStrava = "View on Strava";
    private const string PoweredByStrava = "Powered by Strava";
    private const string DerivedFromGarmin = "Insights derived in part from Garmin device-sourced data.";

    public (IReadOnlyList<DigestRun> Runs, int More) Of(IReadOnlyList<Session> sessions) =>
        ([.. sessions.Take(MaxRuns).Select(RunOf)], Math.Max(0, sessions.Count - MaxRuns));

    public IReadOnlyList<string> Attributions(IReadOnlyList<Session> sessions)
    {
        var origins = sessions.SelectMany(session => session.Parts).Select(OriginOf).OfType<RunOrigin>().ToList();
        return
        [
            .. origins.Exists(origin => origin.Provider == RunProvider.Strava) ? [PoweredByStrava] : Array.Empty<string>(),
            .. origins.Exists(IsOfGarmin) ? [DerivedFromGarmin] : Array.Empty<string>(),
        ];
    }

    private DigestRun RunOf(Session session)
    {
        var load = session.Parts.Select(part => part.Load).FirstOrDefault(load => load is not null);
        var origin = OriginOf(session.Parts[0]);
        return new DigestRun(
            sentences.ShortDay(session.Date),
            session.Distance is { } distance ? sentences.Units.Distance(distance) : "–",
            session.MovingTime is { } time ? sentences.Units.Duration(time) : "–",
            sentences.Load(load),
            session.Parts[0].Title,
            load is null ? "" : sentences.Evidence(load.Source))
        {
            Device = origin is not null && IsOfGarmin(origin) ? sentences.RecordedWith(DigestText.OneLine(DeviceOf(origin), 40)) : null,
            View = origin is { Provider: RunProvider.Strava, Url: { } url } ? new DigestLink(ViewOnStrava, url) : null,
            Fix = links.Fix(session.Id) is { } fix ? new DigestLink(sentences.LinkWords.Fix, fix) : null,
        };
    }

    private RunOrigin? OriginOf(Activity part) => situation.Origins.GetValueOrDefault(part.Id);

    private static bool IsOfGarmin(RunOrigin origin) => origin.Provider == RunProvider.Garmin || origin.Device?.StartsWith("Garmin", StringComparison.OrdinalIgnoreCase) == true;

    private static string DeviceOf(RunOrigin origin) => origin.Device switch
    {
        null or "" => "Garmin",
        var device when device.StartsWith("Garmin", StringComparison.OrdinalIgnoreCase) => device,
        var device => $"Garmin {device}",
    };
}
