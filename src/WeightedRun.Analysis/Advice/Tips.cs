using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Advice;

/// <summary>At most one tip a week, from the article, never scored. The same log gives the same tip.</summary>
public static class Tips
{
    /// <summary>A vest sits steadier than a backpack: the first time, then at most every eight weeks.</summary>
    public const string BackpackOrVest = "equipment.backpack";

    private const int BackpackEveryWeeks = 8;
    private const double HeavyPercent = 10;
    private const double WarmCelsius = 20;

    private static readonly TimeSpan Thirsty = TimeSpan.FromMinutes(45);
    private static readonly string[] Always = ["tip.shoes", "tip.posture", "tip.core", "tip.muscle", "tip.strength", "tip.no-pain-is-not-proof"];

    /// <summary>Every code there is.</summary>
    public static IReadOnlyList<string> Codes { get; } = [BackpackOrVest, "tip.stretch", "tip.hydration", "tip.recovery", .. Always];

    /// <summary>The week's tip; null for a week without weight.</summary>
    public static string? For(TrainingLog log, RunnerProfile profile, Week week)
    {
        var weighted = log.In(week).Where(run => run.IsCounted(profile.BodyMassOn(run.Date)?.Mass)).ToList();
        if (weighted.Count == 0)
            return null;

        if (weighted.Exists(HasBackpack) && IsDueForBackpack(log, week))
            return BackpackOrVest;

        var number = week.StartsOn.DayNumber / 7;
        var tips = Fitting(weighted, profile, number).Concat(Always).ToList();
        return tips[number % tips.Count];
    }

    private static IEnumerable<string> Fitting(List<Session> weighted, RunnerProfile profile, int number)
    {
        // Stretching is said every other week at most.
        if (number % 2 == 0)
            yield return "tip.stretch";

        if (weighted.Exists(run => run.MovingTime >= Thirsty || run.Whole.TemperatureCelsius >= WarmCelsius))
            yield return "tip.hydration";

        if (weighted.Exists(run => run.TorsoLoad is { } load && profile.BodyMassOn(run.Date) is { Mass: var body } && IsHeavy(load, body)))
            yield return "tip.recovery";
    }

    private static bool IsHeavy(Mass load, Mass body) => Tolerance.Exceeds(load.Of(body).Percent, HeavyPercent);

    private static bool HasBackpack(Session run) => run.Has(EquipmentKind.Backpack);

    /// <summary>Walks from the first backpack on, because when it is due depends on when it was said before.</summary>
    private static bool IsDueForBackpack(TrainingLog log, Week week)
    {
        Week? said = null;
        foreach (var run in log.Sessions.Where(HasBackpack))
        {
            var now = Week.Containing(run.Date, week.StartsOn.DayOfWeek);
            if (now.StartsOn > week.StartsOn)
                break;

            if (said is null || now.StartsOn >= said.Value.AddWeeks(BackpackEveryWeeks).StartsOn)
                said = now;
        }

        return said == week;
    }
}
