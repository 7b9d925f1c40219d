namespace WeightedRun.Analysis.Identity;

/// <summary>
/// Which recordings are worth comparing: those that share an id, those at the same time, those whose clocks show the same minute and second.
/// Recordings are sorted by start and only neighbours are met, so the work grows with their number and not with its square.
/// </summary>
internal sealed class Candidates
{
    private readonly IReadOnlyList<Recording> _recordings;
    private readonly Dictionary<(int One, int Other), LinkReason?> _pairs = [];

    private Candidates(IReadOnlyList<Recording> recordings) => _recordings = recordings;

    /// <summary>Pairs of positions, the smaller first, with the id they share.</summary>
    public static IEnumerable<(int One, int Other, LinkReason? SharedId)> Among(IReadOnlyList<Recording> recordings)
    {
        var candidates = new Candidates(recordings);
        candidates.FindSharedIds();
        candidates.FindSameTimes(Enumerable.Range(0, recordings.Count).Where(i => recordings[i].StartUtc is not null), i => recordings[i].StartUtc!.Value);
        if (recordings.Any(recording => recording.StartUtc is null))
            candidates.FindSameTimes(Enumerable.Range(0, recordings.Count), i => recordings[i].Activity.StartLocal);

        candidates.FindSameMinutes();
        return candidates._pairs.Select(pair => (pair.Key.One, pair.Key.Other, pair.Value));
    }

    private void FindSharedIds()
    {
        var holders = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < _recordings.Count; i++)
        {
            foreach (var id in ExternalIds.Of(_recordings[i]))
            {
                if (!holders.TryGetValue(id, out var others))
                    holders[id] = others = [];

                foreach (var other in others)
                    Add(other, i, ExternalIds.ReasonOf(id));

                others.Add(i);
            }
        }
    }

    /// <summary>A sweep over the starts: each meets those that have not ended yet.</summary>
    private void FindSameTimes(IEnumerable<int> which, Func<int, DateTime> start)
    {
        var open = new List<(int Recording, DateTime End)>();
        foreach (var i in which.OrderBy(start))
        {
            open.RemoveAll(other => other.End < start(i));
            foreach (var (other, _) in open)
                Add(other, i);

            open.Add((i, start(i) + Reach(_recordings[i])));
        }
    }

    /// <summary>A second sweep, one shelf for each second of half an hour: what a wrong time zone moved lies on the shelf of its twin or the next.</summary>
    private void FindSameMinutes()
    {
        var shelves = new Queue<int>?[(int)Tolerances.TimeZoneStep.TotalSeconds];
        foreach (var i in Enumerable.Range(0, _recordings.Count).OrderBy(i => ClockOf(_recordings[i])))
        {
            var clock = ClockOf(_recordings[i]);
            var second = (int)(clock.Ticks / TimeSpan.TicksPerSecond % shelves.Length);
            for (var near = -2; near <= 2; near++)
            {
                if (shelves[(second + near + shelves.Length) % shelves.Length] is not { } shelf)
                    continue;

                // Twice the reach: a recording without an offset stands by the runner's clock among others by UTC.
                while (shelf.TryPeek(out var first) && clock - ClockOf(_recordings[first]) > Tolerances.TimeZone + Tolerances.TimeZone)
                    shelf.Dequeue();

                foreach (var other in shelf)
                    Add(other, i);
            }

            (shelves[second] ??= new Queue<int>()).Enqueue(i);
        }
    }

    private static DateTime ClockOf(Recording recording) => recording.StartUtc ?? recording.Activity.StartLocal;

    private static TimeSpan Reach(Recording recording)
    {
        var longest = new[] { recording.Activity.ElapsedTime, recording.TimerTime, recording.Activity.MovingTime, Tolerances.Start }.Max()!.Value;
        return longest < Tolerances.Longest ? longest : Tolerances.Longest;
    }

    private void Add(int one, int other, LinkReason? sharedId = null)
    {
        var pair = one < other ? (one, other) : (other, one);
        // Of two shared ids the provider's own is the stronger.
        if (!_pairs.TryGetValue(pair, out var known) || (sharedId is not null && (known is null || sharedId < known)))
            _pairs[pair] = sharedId;
    }
}
