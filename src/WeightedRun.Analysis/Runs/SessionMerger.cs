using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Runs;

/// <summary>Turns activities into sessions: the same run from two sources is one, and so is a run on a restarted watch.</summary>
internal static class SessionMerger
{
    private static readonly TimeSpan DuplicateWindow = TimeSpan.FromSeconds(60);

    // Long enough for a watch that was stopped by mistake, short enough that a second training of the day stays one.
    private static readonly TimeSpan RestartGap = TimeSpan.FromMinutes(30);

    /// <param name="ordered">Activities of any sport in order of time.</param>
    public static Session[] Merge(ReadOnlySpan<Activity> ordered)
    {
        var groups = new List<Group>(ordered.Length);
        var open = new List<int>();
        for (var next = 0; TakeRun(ordered, ref next) is { } run;)
        {
            if (groups.Count > 0 && groups[^1].First.StartLocal.Date != run.StartLocal.Date)
                open.Clear();

            // What a suspected run carried is a guess, and a guess keeps no restarted watch apart.
            var kinds = run.Load is { IsSuspected: true } ? (default, true) : (EquipmentKinds.Of(run.Load), false);
            var at = open.FindIndex(group => groups[group].Kinds == kinds);
            if (at >= 0 && groups[open[at]].End is { } end && run.StartLocal - end < RestartGap)
            {
                groups[open[at]] = groups[open[at]].Append(run);
                continue;
            }

            if (at >= 0)
                open.RemoveAt(at);

            open.Add(groups.Count);
            groups.Add(new Group(run, null, EndOf(run), kinds));
        }

        var sessions = new Session[groups.Count];
        for (var i = 0; i < sessions.Length; i++)
            sessions[i] = groups[i].Close();

        return sessions;
    }

    /// <summary>The next run; of those that start within a minute of it, the tagged one, then the suspected, then the longest, then the smallest id.</summary>
    private static Activity? TakeRun(ReadOnlySpan<Activity> ordered, ref int next)
    {
        Activity? first = null;
        Activity? best = null;
        for (; next < ordered.Length; next++)
        {
            var run = ordered[next];
            if (!run.Sport.IsRun())
                continue;

            first ??= run;
            if (run.StartLocal - first.StartLocal > DuplicateWindow)
                break;

            if (best is null || IsBetter(run, best))
                best = run;
        }

        return best;
    }

    private static bool IsBetter(Activity run, Activity other)
    {
        var order = (Rank(run.Load), -(run.Distance?.Meters ?? 0)).CompareTo((Rank(other.Load), -(other.Distance?.Meters ?? 0)));
        return order < 0 || (order == 0 && run.Id < other.Id);
    }

    private static int Rank(CarriedLoad? load) => load switch
    {
        { IsSuspected: true } => 1,
        { Pieces.Count: > 0 } => 0,
        _ => 2,
    };

    private static DateTime? EndOf(Activity run) => run.StartLocal + (run.ElapsedTime ?? run.MovingTime);

    private readonly record struct Group(Activity First, List<Activity>? More, DateTime? End, (EquipmentKinds, bool) Kinds)
    {
        public Group Append(Activity run)
        {
            var more = More ?? [];
            more.Add(run);
            return this with { More = more, End = EndOf(run) is { } end && end > End ? end : End };
        }

        public Session Close()
        {
            if (More is null)
                return new Session(First with { Load = First.Load is { } load ? load with { Pieces = TotalPerKind(load.Pieces) } : null }, null);

            Activity[] parts = [First, .. More];
            return new Session(Join(parts), parts);
        }
    }

    private static Activity Join(Activity[] parts) => parts[0] with
    {
        Sport = Array.Find(parts, part => part.Sport is Sport.TreadmillRun or Sport.VirtualRun)?.Sport ?? parts[0].Sport,
        Surface = Array.Find(parts, part => part.Surface is Surface.Treadmill or Surface.Virtual)?.Surface ?? parts[0].Surface,
        Distance = Sum(parts, part => part.Distance?.Meters) is { } meters ? Distance.FromMeters(meters) : null,
        MovingTime = Sum(parts, part => part.MovingTime?.TotalSeconds) is { } moving ? TimeSpan.FromSeconds(moving) : null,
        ElapsedTime = Sum(parts, part => part.ElapsedTime?.TotalSeconds) is { } elapsed ? TimeSpan.FromSeconds(elapsed) : null,
        ElevationGain = Sum(parts, part => part.ElevationGain?.Meters) is { } gain ? Distance.FromMeters(gain) : null,
        AverageHeartRateBpm = Mean(parts, part => part.AverageHeartRateBpm),
        MaxHeartRateBpm = parts.Max(part => part.MaxHeartRateBpm),
        AverageCadenceSpm = Mean(parts, part => part.AverageCadenceSpm),
        TemperatureCelsius = Mean(parts, part => part.TemperatureCelsius),
        IsManual = parts.Any(part => part.IsManual),
        WorkoutType = Array.Find(parts, part => part.WorkoutType is WorkoutType.Race or WorkoutType.Workout)?.WorkoutType ?? parts[0].WorkoutType,
        Load = parts[0].Load is { } load ? load with { Pieces = LargestPerKind(parts) } : null,
    };

    private static double? Sum(Activity[] parts, Func<Activity, double?> value) =>
        Array.TrueForAll(parts, part => value(part) is not null) ? parts.Sum(value) : null;

    /// <summary>The mean of the parts that know the value, by their time in motion; the plain mean where no such part knows its time.</summary>
    private static double? Mean(Activity[] parts, Func<Activity, double?> value)
    {
        var known = Array.FindAll(parts, part => value(part) is not null);
        var seconds = known.Sum(part => part.MovingTime?.TotalSeconds ?? 0);
        return seconds > 0 ? known.Sum(part => value(part) * (part.MovingTime?.TotalSeconds ?? 0)) / seconds : known.Average(value);
    }

    /// <summary>Two vests on one body are a heavier vest; of unknown mass when one of them is.</summary>
    private static IReadOnlyList<CarriedPiece> TotalPerKind(IReadOnlyList<CarriedPiece> pieces) => pieces.Count < 2 ? pieces :
    [
        .. pieces.GroupBy(piece => piece.Kind).OrderBy(kind => kind.Key)
            .Select(kind => new CarriedPiece(kind.Key, kind.All(piece => piece.Mass is not null) ? Mass.FromKilograms(kind.Sum(piece => piece.Mass!.Value.Kilograms)) : null)),
    ];

    /// <summary>The same vest on two parts of a run is one vest: what the part says that knows it best.</summary>
    private static IReadOnlyList<CarriedPiece> LargestPerKind(Activity[] parts) =>
    [
        .. parts.SelectMany(part => TotalPerKind(part.Load?.Pieces ?? [])).GroupBy(piece => piece.Kind).OrderBy(kind => kind.Key)
            .Select(kind => new CarriedPiece(kind.Key, kind.Max(piece => piece.Mass?.Kilograms) is { } kilograms ? Mass.FromKilograms(kilograms) : null)),
    ];
}
