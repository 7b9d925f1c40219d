using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using WeightedRun.Analysis.Identity;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Identity;

/// <summary>
/// Laws that hold for every log, however contradictory: recordings crowd within two days on a coarse grid, share a handful of ids,
/// and the runner decides at random.
/// </summary>
[Properties(Arbitrary = [typeof(CrowdedLogs)], MaxTest = 500)]
public sealed class RunIdentityProperties
{
    [Property]
    public bool The_order_of_the_recordings_does_not_matter(CrowdedLog log, int seed)
    {
        var shuffled = log.Recordings.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Told(RunIdentity.Group(log.Recordings, log.Decisions)) == Told(RunIdentity.Group(shuffled, log.Decisions));
    }

    [Property]
    public bool Every_recording_is_in_exactly_one_group(CrowdedLog log) =>
        RunIdentity.Group(log.Recordings, log.Decisions).SelectMany(group => group.Members).Select(member => member.Id).Order()
            .SequenceEqual(log.Recordings.Select(recording => recording.Id).Order());

    [Property]
    public bool The_links_of_a_group_hold_all_of_it_together(CrowdedLog log) =>
        RunIdentity.Group(log.Recordings, log.Decisions).All(group => group.Links.Count == group.Members.Count - 1 && Reached(group) == group.Members.Count);

    [Property]
    public bool A_group_alone_is_the_same_group(CrowdedLog log) =>
        RunIdentity.Group(log.Recordings, log.Decisions).All(group => Told(RunIdentity.Group(group.Members, log.Decisions)) == Told([group]));

    [Property]
    public bool An_unrelated_activity_changes_no_group(CrowdedLog log, int days)
    {
        var stranger = Recorded.By(RecordingSource.Strava, "stranger", new DateTime(2026, 1, 1).AddDays(Math.Abs(days % 1000)));
        var (before, after) = (RunIdentity.Group(log.Recordings, log.Decisions), RunIdentity.Group([stranger, .. log.Recordings], log.Decisions));
        return Told(before) == Told([.. after.Where(group => group.Primary.Id != stranger.Id)]) && after.Count == before.Count + 1;
    }

    [Property]
    public bool The_runners_split_always_holds(CrowdedLog log) =>
        RunIdentity.Group(log.Recordings, log.Decisions).All(group => log.Splits.All(split =>
            !(group.Members.Any(member => member.Id == split.One) && group.Members.Any(member => member.Id == split.Other))));

    [Property]
    public bool No_parent_is_with_its_child(CrowdedLog log) =>
        RunIdentity.Group(log.Recordings, log.Decisions).All(group => group.Members.All(member => group.Members.All(other => member.ParentId != other.Id)));

    private static string Told(IEnumerable<RecordingGroup> groups) => string.Join('\n', groups.Select(group =>
        $"{group.Primary.Id}: {string.Join(' ', group.Members.Select(member => member.Id))} | {string.Join(' ', group.Links)}"));

    private static int Reached(RecordingGroup group)
    {
        var reached = new HashSet<ActivityId> { group.Primary.Id };
        while (group.Links.Any(link => reached.Contains(link.One) != reached.Contains(link.Other)))
        {
            foreach (var link in group.Links.Where(link => reached.Contains(link.One) != reached.Contains(link.Other)).ToList())
                reached.UnionWith([link.One, link.Other]);
        }

        return reached.Count;
    }
}

public sealed record CrowdedLog(IReadOnlyList<Recording> Recordings, IReadOnlyList<RunnerDecision> Decisions)
{
    /// <summary>The splits that no later decision took back.</summary>
    public IEnumerable<RunnerDecision> Splits => Decisions.Where((decision, i) => !decision.IsOneRun && !Decisions.Skip(i + 1).Any(later =>
        later.IsOneRun && ((later.One == decision.One && later.Other == decision.Other) || (later.One == decision.Other && later.Other == decision.One))));
}

public static class CrowdedLogs
{
    private static readonly Sport[] OfSports = [Sport.Run, Sport.Run, Sport.TreadmillRun, Sport.Hike, Sport.Ride, Sport.Other];

    public static Arbitrary<CrowdedLog> Logs()
    {
        var recording = Gen.Choose(0, 7).SelectMany(_ => Gen.Choose(0, 96), (source, half) => (source, half))
            .SelectMany(_ => Gen.Choose(-3, 3), (r, jitter) => (r.source, Start: (r.half * 1800) + (jitter * 40)))
            .SelectMany(_ => Gen.Choose(1, 5), (r, meters) => (r.source, r.Start, Meters: meters * 1000))
            .SelectMany(_ => Gen.Choose(1, 4), (r, minutes) => (r.source, r.Start, r.Meters, Timer: minutes * 900))
            .SelectMany(_ => Gen.Choose(0, 9), (r, id) => (r.source, r.Start, r.Meters, r.Timer, Id: id))
            .SelectMany(_ => Gen.Choose(0, 9), (r, parent) => (r.source, r.Start, r.Meters, r.Timer, r.Id, Parent: parent))
            .SelectMany(_ => Gen.Elements(OfSports), (r, sport) => (r.source, r.Start, r.Meters, r.Timer, r.Id, r.Parent, Sport: sport));
        var logs = recording.ListOf().SelectMany(
            _ => Gen.Choose(0, 20).Two().Zip(Gen.Elements(true, false)).ListOf(4),
            (recordings, decisions) => new CrowdedLog(
                WithParents([.. recordings.Select((r, i) => Of(r.source, i, r.Start, r.Meters, r.Timer, r.Id, r.Parent, r.Sport))]),
                [.. decisions.Select(d => Decided(d.Item1.Item1, d.Item1.Item2, d.Item2)).OfType<RunnerDecision>()]));
        return logs.ToArbitrary();
    }

    private static Recording Of(int source, int number, int start, int meters, int timer, int id, int parent, Sport sport)
    {
        var recording = Recorded.By((RecordingSource)source, "", new DateTime(2025, 3, 3).AddSeconds(start), sport).Over(meters, timer);
        return recording with
        {
            Activity = recording.Activity with { Id = Numbered(number), UtcOffset = number % 5 == 0 ? null : recording.Activity.UtcOffset },
            ExternalIds = id < 3 ? [$"garmin:{id}"] : id < 5 ? [$"fit:1-2-3-{id}"] : [],
            ParentId = parent < 2 && parent != number ? Numbered(parent) : null,
            IsParent = parent == 9,
        };
    }

    private static List<Recording> WithParents(List<Recording> recordings)
    {
        var parents = recordings.Select(recording => recording.ParentId).ToHashSet();
        return recordings.ConvertAll(recording => recording with { IsParent = recording.IsParent || parents.Contains(recording.Id) });
    }

    private static RunnerDecision? Decided(int one, int other, bool isOneRun) =>
        one == other ? null : isOneRun ? RunnerDecision.Merge(Numbered(one), Numbered(other)) : RunnerDecision.Split(Numbered(one), Numbered(other));

    private static ActivityId Numbered(int number) => new($"n:{number:00}");
}
