using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Identity;

/// <summary>
/// One run, once: finds which recordings of one runner are the same run. The answer does not depend on the order of the recordings, and a
/// recording that has nothing to do with a group does not change it. Time grows with n log n in the number of recordings.
/// </summary>
public static class RunIdentity
{
    /// <summary>The runs, in order of their primary recording's start, then id.</summary>
    /// <param name="recordings">Recordings of one runner, in any order.</param>
    /// <param name="decisions">What the runner said, oldest first; of two about the same pair the later holds.</param>
    /// <exception cref="ArgumentException">Two recordings have the same id.</exception>
    public static IReadOnlyList<RecordingGroup> Group(IEnumerable<Recording> recordings, IEnumerable<RunnerDecision>? decisions = null)
    {
        var ordered = recordings.OrderBy(recording => recording.Id).ToList();
        var positions = new Dictionary<ActivityId, int>(ordered.Count);
        for (var i = 0; i < ordered.Count; i++)
        {
            if (!positions.TryAdd(ordered[i].Id, i))
                throw new ArgumentException($"Two recordings have the id {ordered[i].Id}; give each source its own prefix and each recording once.", nameof(recordings));
        }

        var (merges, splits) = Decided(decisions ?? []);
        var components = new Components(ordered, splits);
        foreach (var (one, other) in merges.Order())
        {
            if (positions.TryGetValue(one, out var first) && positions.TryGetValue(other, out var second))
                components.Join(first, second, LinkReason.Runner);
        }

        // The strongest evidence first, and among equals the closest: what is joined early keeps out what contradicts it.
        foreach (var link in Links(ordered).OrderBy(link => link.Reason).ThenBy(link => link.Apart).ThenBy(link => link.One).ThenBy(link => link.Other))
            components.Join(link.One, link.Other, link.Reason);

        return [.. components.Groups.Select(group => Of(group.Members, group.Links)).OrderBy(group => group.Primary.Activity.StartLocal).ThenBy(group => group.Primary.Id)];
    }

    private static (HashSet<(ActivityId, ActivityId)> Merges, HashSet<(ActivityId, ActivityId)> Splits) Decided(IEnumerable<RunnerDecision> decisions)
    {
        var (merges, splits) = (new HashSet<(ActivityId, ActivityId)>(), new HashSet<(ActivityId, ActivityId)>());
        foreach (var decision in decisions)
        {
            var pair = decision.One < decision.Other ? (decision.One, decision.Other) : (decision.Other, decision.One);
            (decision.IsOneRun ? merges : splits).Add(pair);
            (decision.IsOneRun ? splits : merges).Remove(pair);
        }

        return (merges, splits);
    }

    private static IEnumerable<(LinkReason Reason, TimeSpan Apart, int One, int Other)> Links(List<Recording> ordered)
    {
        foreach (var (one, other, sharedId) in Candidates.Among(ordered))
        {
            if (Comparison.Reason(ordered[one], ordered[other], sharedId) is { } reason)
                yield return (reason, Overlap.Of(ordered[one], ordered[other]).Apart.Duration(), one, other);
        }
    }

    private static RecordingGroup Of(IEnumerable<Recording> members, IEnumerable<Link> links)
    {
        // A hand-typed activity is a memory of the recorded one; of two devices the one that ran longer saw more.
        List<Recording> ranked =
        [
            .. members.OrderBy(member => member.Activity.IsManual).ThenBy(member => member.Source)
                .ThenByDescending(member => member.Timer ?? member.Activity.ElapsedTime ?? TimeSpan.Zero).ThenBy(member => member.Id),
        ];
        return new RecordingGroup
        {
            Primary = ranked[0],
            Members = ranked,
            Links = [.. links.OrderBy(link => link.One).ThenBy(link => link.Other)],
        };
    }
}
