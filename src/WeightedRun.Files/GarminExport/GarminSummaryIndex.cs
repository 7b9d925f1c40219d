using WeightedRun.Files.Trees;

namespace WeightedRun.Files.GarminExport;

/// <summary>The summaries by their start. Used by one thread, in the order of the results.</summary>
internal sealed class GarminSummaryIndex
{
    // Twenty activities a day for ten years, and the text of a thick book: what is more was made to fill the memory.
    private const int MaxSummaries = 73_000;
    private const int MaxChars = 8 * 1024 * 1024;

    private readonly Dictionary<long, (GarminSummary Summary, string File, bool IsMatched)> _byStart = [];
    private readonly List<(GarminSummary Summary, string File)> _others = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private long _chars;

    public void Add(GarminSummary summary, string file)
    {
        // A multisport activity's legs are listed on their own.
        if (summary.IsParent)
            return;

        _chars += summary.Name?.Length + summary.Description?.Length ?? 0;
        if (_byStart.Count + _others.Count >= MaxSummaries || _chars > MaxChars)
            throw new UnsafeContentException("too-large", "it lists more activities than anybody has recorded");

        if (summary.ActivityId is { } id && !_ids.Add(id))
            return;

        if (summary.Begin is not { } begin || !_byStart.TryAdd(begin, (summary, file, false)))
            _others.Add((summary, file));
    }

    /// <summary>A recording with what its summary knows. Copies of one recording are all joined, so that they are known as copies.</summary>
    public ReadResult Join(ReadResult result)
    {
        if (result.Activity is not { } activity)
            return result;

        if (activity.StartUtc is not { } start || !_byStart.TryGetValue(MillisecondsOf(start), out var entry))
            return ReadResult.Of(activity with { Source = ActivitySource.GarminExport });

        _byStart[MillisecondsOf(start)] = entry with { IsMatched = true };
        return ReadResult.Of(entry.Summary.Join(activity));
    }

    /// <summary>What was typed in, or whose recording is missing.</summary>
    public IEnumerable<RecordedActivity> Unmatched() =>
        _byStart.Values.Where(entry => !entry.IsMatched).OrderBy(entry => entry.Summary.Begin).Select(entry => (entry.Summary, entry.File))
            .Concat(_others).Select(entry => entry.Summary.ToRecorded(entry.File));

    private static long MillisecondsOf(DateTime start) => (long)(start - DateTime.UnixEpoch).TotalMilliseconds;
}
