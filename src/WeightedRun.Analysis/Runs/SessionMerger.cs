using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Runs;

/// <summary>Turns activities into sessions: the same run from two sources is one, and so is a run on a restarted watch.</summary>
internal static class SessionMerger
{
    private static readonly TimeSpan DuplicateWindow = TimeSpan.FromSeconds(60);

    // Long enough for a watch that was stopped by mistake, short enough that a second training of the day stays one.
    private static readonly TimeSpan RestartGap = TimeSpan.FromMinutes(30);

    public static List<Session> Merge(IEnumerable<Activity> activities)
    {
        var runs = WithoutDuplicates(activities.Where(activity => activity.Sport.IsRun())
            .OrderBy(activity => activity.StartLocal).ThenBy(activity => activity.Id));
        var open = new Dictionary<string, List<Activity>>(StringComparer.Ordinal);
        var groups = new List<List<Activity>>();
        foreach (var run in runs)
        {
            var key = KeyOf(run);
            if (open.TryGetValue(key, out var group) && EndOf(group[^1]) is { } end && run.StartLocal - end < RestartGap)
            {
                group.Add(run);
                continue;
            }

            groups.Add(open[key] = [run]);
        }

        return groups.ConvertAll(Join);
    }

    /// <summary>Of runs that start within a minute of the first of them: the tagged one, then the suspected, then the longest.</summary>
    private static IEnumerable<Activity> WithoutDuplicates(IEnumerable<Activity> ordered)
    {
        var group = new List<Activity>();
        foreach (var run in ordered)
        {
            if (group.Count > 0 && run.StartLocal - group[0].StartLocal > DuplicateWindow)
            {
                yield return Best(group);
                group.Clear();
            }

            group.Add(run);
        }

        if (group.Count > 0)
            yield return Best(group);
    }

    private static Activity Best(List<Activity> group) =>
        group.OrderBy(run => run.Load switch { null => 2, { IsSuspected: true } => 1, _ => 0 })
            .ThenByDescending(run => run.Distance?.Meters ?? 0).ThenBy(run => run.Id).First();

    private static string KeyOf(Activity run)
    {
        var kinds = run.Load is null ? "" : run.Load.IsSuspected ? "suspected" : string.Join(',', run.Load.Pieces.Select(piece => piece.Kind).Distinct().Order());
        return $"{DateOnly.FromDateTime(run.StartLocal).DayNumber}:{kinds}";
    }

    private static DateTime? EndOf(Activity run) => run.StartLocal + (run.ElapsedTime ?? run.MovingTime);

    private static Session Join(List<Activity> parts) => new()
    {
        Id = parts[0].Id,
        Parts = parts,
        StartLocal = parts[0].StartLocal,
        Distance = Sum(parts, part => part.Distance?.Meters) is { } meters ? Distance.FromMeters(meters) : null,
        MovingTime = Sum(parts, part => part.MovingTime?.TotalSeconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        Pieces = Pieces(parts),
        IsSuspected = parts[0].Load?.IsSuspected ?? false,
    };

    private static double? Sum(List<Activity> parts, Func<Activity, double?> value) =>
        parts.TrueForAll(part => value(part) is not null) ? parts.Sum(value) : null;

    private static List<CarriedPiece> Pieces(List<Activity> parts) =>
    [
        .. parts.SelectMany(part => part.Load?.Pieces ?? []).GroupBy(piece => piece.Kind).OrderBy(kind => kind.Key)
            .Select(kind => new CarriedPiece(kind.Key, kind.Max(piece => piece.Mass?.Kilograms) is { } kilograms ? Mass.FromKilograms(kilograms) : null)),
    ];
}
