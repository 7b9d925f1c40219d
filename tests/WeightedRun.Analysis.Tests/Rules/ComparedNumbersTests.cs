using System.Globalization;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Rules;

/// <summary>The numbers that an answer gives, by name: scripts and the digest read them. Observed first, then what they were compared with.</summary>
public sealed class ComparedNumbersTests
{
    private static readonly Activity Vest = A.Run("2025-03-05").Easy(8, 392).WithVest(7).AtHeartRate(150, 190);
    private static readonly Activity[] Habit = [.. A.Habit("2025-03-02", 14).Select(run => run.AtHeartRate(140, 185))];

    [Fact]
    public void Of_equipment()
    {
        var run = A.Run("2025-03-05").Easy(4);
        Assert.Equal("Finding: load_kg=2 | ", Of("equipment.ankle-weights", run.With(EquipmentKind.AnkleWeights, 2)));
        Assert.Equal("Finding: load_kg=2 distance_m=4000 | distance_m=1600", Of("equipment.dumbbells", run.With(EquipmentKind.HandWeights, 2)));
        Assert.Equal("Finding: load_kg=2 load_per_side_kg=1 load_percent=2.86 | load_percent=2 load_per_side_kg=1", Of("equipment.wrist-weights", run.With(EquipmentKind.WristWeights, 2)));
    }

    [Fact]
    public void Of_load()
    {
        Assert.Equal("Pass: load_kg=7 body_mass_kg=70 load_percent=10 | load_percent=10", Of("load.body-weight", Vest));
        Assert.Equal("Finding: load_kg=7 load_percent=10 stage_weeks=0 stage_sessions=1 | load_percent=5", Of("load.beginner-ramp", Vest));
        Assert.Equal("Finding: load_kg=7 established_load_kg=4 increase_kg=3 | increase_kg=1", Of("load.jump", Vest, A.Run("2025-03-02").WithVest(5), A.Run("2025-02-25").WithVest(4)));
    }

    [Fact]
    public void Of_breaks()
    {
        Assert.Equal("Finding: break_days=32 load_kg=7 established_load_kg=8 | load_kg=6", Of("return.after-break", Vest, [.. Habit, A.Run("2025-02-01T18:00").WithVest(8), A.Run("2025-01-28T18:00").WithVest(8)]));
        Assert.Equal("Finding: running_break_days=21 runs_back=2 days_back=2 | runs_back=4 days_back=7", Of("return.after-break", Vest, A.Run("2025-02-10"), A.Run("2025-03-04"), A.Run("2025-03-03")));
    }

    [Fact]
    public void Of_distance()
    {
        Assert.Equal("Finding: distance_m=10000 increase_percent=25 | longest_distance_m=8000 increase_percent=10", Of("distance.session-spike", Vest.Easy(10, 392), Habit));
        Assert.Equal("Suppressed: distance_m=9000 increase_percent=12.5 | usual_distance_m=8000 increase_percent=10", Of("distance.longer-than-usual", Vest.Easy(9, 392), Habit));
        Assert.Equal("Suppressed: distance_m=12000 increase_percent=50 | usual_distance_m=8000 increase_percent=10", Of("distance.longer-than-usual", Vest.Easy(12, 392), Habit));
    }

    [Fact]
    public void Of_effort()
    {
        Assert.Equal("Pass: flat_pace_s_per_km=392 slower_percent=8.89 surprise=-0.96 load_percent=10 avg_hr_bpm=150 | usual_pace_s_per_km=360 slower_percent=3 spread_percent=3 pace_s_per_km=381.6", Of("pace.chasing", Vest, Habit));
        Assert.Equal("Finding: slower_percent=8.89 | slower_percent=3 most_slower_percent=22", Of("positive.patient-pace", Vest, Habit));
        Assert.Equal("Pass: avg_hr_bpm=150 hr_percent=78.95 | hr_percent=85 max_hr_bpm=190", Of("effort.heart-rate", Vest, A.Runner() with { MaxHeartRateBpm = 190 }));
        Assert.Equal("Pass: avg_hr_bpm=150 hr_rise_percent=7.14 slower_percent=8.89 | hr_rise_percent=10 usual_hr_bpm=140", Of("effort.heart-rate", Vest, A.Runner(birthYear: null), [.. Habit.Select(run => run.AtHeartRate(140))]));
    }

    [Fact]
    public void Of_frequency()
    {
        Activity[] week = [.. new[] { "03", "04", "04T19:00", "06", "08" }.Select(day => A.Run($"2025-03-{day}").WithVest(3))];
        Assert.Equal("Finding: sessions=5 | sessions=3", InWeek("frequency.weekly-limit", week));
        Assert.Equal("Suppressed: sessions=5 | sessions=3", InWeek("frequency.rolling-limit", week));
        Assert.Equal("Suppressed: days=4 | days=2", InWeek("frequency.weekly-recommended", week));
        Assert.Equal("Finding: sessions=2 | sessions=1", InWeek("frequency.double-session", week));
        Assert.Equal("Finding: days=2 | days=1", InWeek("spacing.back-to-back", week));
    }

    [Fact]
    public void Of_volume_and_praise()
    {
        Activity[] weeks = [.. Enumerable.Range(0, 6).SelectMany(back => new[] { 1, 4 }.Select(day => A.Run(Text(A.Week.AddWeeks(-back).StartsOn.AddDays(day))).Easy(back == 0 ? 8 : 5, 420).WithVest(5)))];
        Assert.Equal("Finding: load_kg_km=80 ratio=1.6 increase_kg_km=30 | usual_load_kg_km=50 ratio=1.3", InWeek("volume.load-distance-jump", weeks));
        Assert.Equal("Pass: sessions=2 | sessions=3", InWeek("positive.well-spaced-week", weeks));
        Assert.Equal("Pass: weeks=0 | ", InWeek("positive.compliant-streak", weeks));
    }

    private static string Of(string rule, Activity run, params Activity[] others) => Of(rule, run, A.Runner(), others);

    private static string Of(string rule, Activity run, RunnerProfile profile, params Activity[] others) => Numbers(A.AskOf(rule, profile, run, others));

    private static string InWeek(string rule, Activity[] runs) => string.Join(" ; ", A.Ask(rule, A.Experienced, A.Log(runs)).Select(Numbers));

    private static string Numbers(Evaluation evaluation) => $"{evaluation.Outcome}: {Listed(evaluation.Observed)} | {Listed(evaluation.Limits)}";

    private static string Listed(IReadOnlyList<Measure> numbers) => string.Join(' ', numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"{number.Name}={number.Value:0.##}")));

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
