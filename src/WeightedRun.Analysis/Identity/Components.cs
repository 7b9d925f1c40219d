using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Identity;

/// <summary>The groups as they grow: two may be joined unless something keeps a member of one from a member of the other.</summary>
internal sealed class Components
{
    private readonly IReadOnlyList<Recording> _recordings;
    private readonly HashSet<ActivityId> _parents;
    private readonly HashSet<(ActivityId, ActivityId)> _splits;
    private readonly List<(int One, Link Link)> _links = [];

    // A group is a ring: each member knows the next one, and all know the same root.
    private readonly int[] _next;
    private readonly int[] _root;
    private readonly int[] _size;

    public Components(IReadOnlyList<Recording> recordings, HashSet<(ActivityId, ActivityId)> splits)
    {
        _recordings = recordings;
        _splits = splits;
        _parents = [.. recordings.Select(recording => recording.ParentId).OfType<ActivityId>()];
        _next = [.. Enumerable.Range(0, recordings.Count)];
        _root = [.. _next];
        _size = new int[recordings.Count];
        Array.Fill(_size, 1);
    }

    /// <summary>Each group once, with the links that made it.</summary>
    public IEnumerable<(IEnumerable<Recording> Members, IEnumerable<Link> Links)> Groups
    {
        get
        {
            var links = _links.ToLookup(link => _root[link.One], link => link.Link);
            return Enumerable.Range(0, _root.Length).Where(i => _root[i] == i).Select(i => (Ring(i).Select(member => _recordings[member]), links[i]));
        }
    }

    public void Join(int one, int other, LinkReason reason)
    {
        if (_root[one] == _root[other] || !Ring(one).All(member => Ring(other).All(stranger => MayMeet(_recordings[member], _recordings[stranger], reason))))
            return;

        _links.Add((one, new Link(_recordings[one].Id, _recordings[other].Id, reason)));
        var (large, small) = _size[_root[one]] < _size[_root[other]] ? (other, one) : (one, other);
        _size[_root[large]] += _size[_root[small]];
        foreach (var member in Ring(small))
            _root[member] = _root[large];

        (_next[large], _next[small]) = (_next[small], _next[large]);
    }

    private IEnumerable<int> Ring(int first)
    {
        var member = first;
        do
        {
            yield return member;
            member = _next[member];
        }
        while (member != first);
    }

    private bool MayMeet(Recording one, Recording other, LinkReason reason)
    {
        if (IsParent(one) != IsParent(other) || one.ParentId == other.Id || other.ParentId == one.Id || AreSiblings(one, other) || IsSplit(one, other))
            return false;

        // A source has a run once: two of its recordings are no slip of a clock.
        return reason <= LinkReason.FitFile || (!Comparison.AreApart(one, other) && (reason != LinkReason.TimeZone || one.Source != other.Source));
    }

    private bool IsParent(Recording recording) => recording.IsParent || _parents.Contains(recording.Id);

    // Another source of the same multisport may name its legs' parent alike.
    private static bool AreSiblings(Recording one, Recording other) => one.Source == other.Source && one.ParentId is { } parent && parent == other.ParentId;

    private bool IsSplit(Recording one, Recording other) => _splits.Count > 0 && (_splits.Contains((one.Id, other.Id)) || _splits.Contains((other.Id, one.Id)));
}
