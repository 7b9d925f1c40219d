using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Digest.Sentences;

namespace WeightedRun.Worker.Digest;

/// <summary>What is to be known before the week's figures.</summary>
internal sealed class DigestNotices(TrainingLog log, DigestSituation situation, DigestSentences sentences, DigestLinks links)
{
    // How many days before a run each of these rules has to see; the others begin with the first runs.
    private static readonly (string Rule, int Days)[] NeedHistory = [("volume.load-distance-jump", 28), ("distance.session-spike", 30), ("return.after-break", 84)];

    public IReadOnlyList<DigestNotice> For(Week week) =>
    [
        .. situation.Troubles.Select(Trouble),
        .. situation.StaleSinceLocal is { } since ? [new DigestNotice(DigestTone.Note, sentences.Stale(since))] : Array.Empty<DigestNotice>(),
        .. situation.Corrections.Select(correction => new DigestNotice(DigestTones.Of(correction.Change.Colour.After), sentences.Corrected(correction))),
        .. situation.IsFirst && log.SyncedFrom is { } from ? [FirstWeek(week, from)] : Array.Empty<DigestNotice>(),
    ];

    /// <summary>What makes this week's figures worthless: a connection that broke before the week was over.</summary>
    public ConnectionTrouble? Broken(Week week) =>
        situation.Troubles.FirstOrDefault(trouble => trouble.Kind == ConnectionTroubleKind.Broken && trouble.On <= week.EndsOn);

    public DigestNotice Trouble(ConnectionTrouble trouble)
    {
        var isBroken = trouble.Kind == ConnectionTroubleKind.Broken;
        var button = links.Reconnect(trouble) is { } url ? new DigestLink(isBroken ? sentences.LinkWords.Reconnect : sentences.LinkWords.Renew, url) : null;
        return new DigestNotice(isBroken ? DigestTone.Stop : DigestTone.Watch, sentences.Trouble(trouble), button);
    }

    private DigestNotice FirstWeek(Week week, DateOnly from)
    {
        var later = NeedHistory.Select(need => (need.Rule, From: from.AddDays(need.Days))).Where(check => check.From > week.EndsOn).ToList();
        return new DigestNotice(DigestTone.Note, sentences.FirstWeek(week.EndsOn.DayNumber - from.DayNumber + 1, later));
    }
}
