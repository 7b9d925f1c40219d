using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Forecasts;

/// <summary>
/// Finds the most that holds: days first (with a load and a distance that nobody knows, so that only spacing is judged), then the load,
/// then the distance. A plan holds only if leaving runs out of it, or doing the earlier ones lightly, holds as well.
/// </summary>
internal sealed class Planner(Hypothesis hypothesis)
{
    // A tenth is what is shown. Nobody runs with more than the first, or farther than the second.
    private const int MostKilogramTenths = 600;
    private const int MostKilometerTenths = 1000;

    // The lightest load that counts, in percent of body mass, or without one in kilograms; and a run that is hardly one.
    private const double LightestPercent = 2;
    private static readonly Mass Lightest = Mass.FromKilograms(0.5);
    private static readonly Distance Shortest = Distance.FromKilometers(1);

    /// <param name="week">The week to plan.</param>
    /// <param name="from">Its first day that is free.</param>
    /// <param name="before">Runs planned before it: all of them are done, or none.</param>
    public Allowance Plan(Week week, DateOnly from, IReadOnlyList<PlannedRun> before)
    {
        var days = new List<DateOnly>();
        IReadOnlyList<string> heldBack = [];
        for (var day = from; day <= week.EndsOn; day = day.AddDays(1))
        {
            if (Holds([.. days, day], null, null, before))
                days.Add(day);
            else if (heldBack.Count == 0)
                heldBack = [.. Variants([.. days, day], null, null, before).SelectMany(hypothesis.Objections).Distinct()];
        }

        var load = Most(MostKilogramTenths, tenths => Holds(days, Kilograms(tenths), null, before));
        var mass = load == MostKilogramTenths ? (Mass?)null : Kilograms(load);
        var distance = Most(MostKilometerTenths, tenths => Holds(days, mass, Kilometers(tenths), before));
        var isAny = days.Count > 0 && (mass is not { } highest || highest >= LightestIn(days[0])) && Kilometers(distance) >= Shortest;
        return new Allowance
        {
            Week = week,
            Days = isAny ? days : [],
            RecommendedSessions = isAny ? Math.Clamp(hypothesis.Thresholds.RecommendedDays - hypothesis.DaysDoneIn(week), 0, days.Count) : 0,
            HighestLoad = isAny ? mass : null,
            LongestDistance = isAny && distance < MostKilometerTenths ? Kilometers(distance) : null,
            HeldBackBy = heldBack,
        };
    }

    private static Mass Kilograms(int tenths) => Mass.FromKilograms(tenths / 10.0);

    private static Distance Kilometers(int tenths) => Distance.FromKilometers(tenths / 10.0);

    private Mass LightestIn(DateOnly day) => hypothesis.Profile.BodyMassOn(day) is { Mass: var body } ? Mass.FromKilograms(body.Kilograms * LightestPercent / 100) : Lightest;

    private bool Holds(List<DateOnly> days, Mass? load, Distance? distance, IReadOnlyList<PlannedRun> before) =>
        Variants(days, load, distance, before).All(hypothesis.Holds);

    /// <summary>Every choice of the days, at most and with all but the last as light and short as can be; each after the runs before, and without them.</summary>
    private IEnumerable<IReadOnlyList<PlannedRun>> Variants(List<DateOnly> days, Mass? load, Distance? distance, IReadOnlyList<PlannedRun> before)
    {
        for (var choice = (1 << days.Count) - 1; choice > 0; choice--)
        {
            PlannedRun[] runs = [.. days.Where((_, at) => (choice & (1 << at)) != 0).Select(day => new PlannedRun(day, load, distance))];
            yield return runs;
            if (before.Count > 0)
                yield return [.. before, .. runs];

            if (runs.Length > 1 && load is not null)
                yield return [.. runs[..^1].Select(run => new PlannedRun(run.Day, LightestIn(run.Day), distance is null ? null : Shortest)), runs[^1]];
        }
    }

    private static int Most(int top, Func<int, bool> holds)
    {
        var (low, high) = (0, top);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (holds(middle))
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }
}
