using System.Globalization;
using WeightedRun.Analysis.Rules;

namespace WeightedRun.Worker.Digest;

/// <summary>What each rule's finding says in English: the numbers, then what to do. The words for "where from" are in <see cref="EnglishReasons"/>.</summary>
internal sealed class EnglishRules(DigestUnits units)
{
    /// <summary>What a finding says, with its numbers.</summary>
    /// <exception cref="ArgumentException">The rule has no sentence.</exception>
    public string What(Evaluation finding, string? day)
    {
        var numbers = new Numbers(finding);
        return finding.Rule switch
        {
            "equipment.ankle-weights" => $"{day}: a run with ankle weights.",
            "equipment.dumbbells" => numbers.HasLimit("distance_m")
                ? $"{day}: {Distance(numbers.Observed("distance_m"))} with dumbbells; they get uncomfortable after the first mile or two."
                : $"{day}: dumbbells indoors. On a treadmill your hands are needed for the emergency stop.",
            "equipment.wrist-weights" => $"{day}: {Mass(numbers.Observed("load_kg"))} at the wrists is more than the minimal amount they are good for.",
            "load.body-weight" => $"{day}: {Mass(numbers.Observed("load_kg"))} is {Percent(numbers.Observed("load_percent"))} of your weight{(finding.Reasons.Contains("HILLY_AND_WEIGHTED") ? ", on a run hillier than your usual ones: weight and hills add up" : "")}.",
            "load.beginner-ramp" => BeginnerRamp(finding, numbers, day),
            "return.after-break" => AfterBreak(finding, numbers, day),
            "load.jump" => $"{day}: from your usual {Mass(numbers.Observed("established_load_kg"))} to {Mass(numbers.Observed("load_kg"))} in one go.",
            "distance.session-spike" => $"{day}: {Distance(numbers.Observed("distance_m"))}; your longest run of the 30 days before was {Distance(numbers.Limit("longest_distance_m"))}. That is {Percent(numbers.Observed("increase_percent"))} more.",
            "distance.longer-than-usual" => $"{day}: {Distance(numbers.Observed("distance_m"))} with weight; three quarters of your usual runs are no longer than {Distance(numbers.Limit("usual_distance_m"))}.",
            "pace.chasing" => Pace(finding, numbers, day),
            "positive.patient-pace" => $"{day}: about {Percent(numbers.Observed("slower_percent"))} slower than without weight, which is what the load explains.",
            "effort.heart-rate" => numbers.HasLimit("usual_hr_bpm")
                ? $"{day}: heart rate {numbers.Observed("avg_hr_bpm"):0}, {Percent(numbers.Observed("hr_rise_percent"))} above your usual, without running slower."
                : $"{day}: heart rate {Whole(numbers.Observed("avg_hr_bpm"))}, {Percent(numbers.Observed("hr_percent"))} of {(finding.Reasons.Contains("ESTIMATED") ? "the highest that your age suggests" : "your highest")}.",
            "frequency.weekly-limit" => $"{Whole(numbers.Observed("sessions"))} weighted runs this week. {Whole(numbers.Limit("sessions"))} is the most we suggest; two is better.",
            "spacing.back-to-back" => $"Weighted runs on {Whole(numbers.Observed("days"))} days in a row, from {day} on.",
            "frequency.rolling-limit" => $"{Whole(numbers.Observed("sessions"))} weighted runs in the seven days up to {day}. {Whole(numbers.Limit("sessions"))} is the most we suggest.",
            "frequency.weekly-recommended" => Recommended(finding, numbers),
            "frequency.double-session" => $"{day}: {Whole(numbers.Observed("sessions"))} weighted runs on one day.",
            "volume.load-distance-jump" => $"Load times distance was {units.LoadDistance(numbers.Observed("load_kg_km"))} this week; the four weeks before had about {units.LoadDistance(numbers.Limit("usual_load_kg_km"))} each.",
            "positive.well-spaced-week" => "Never two days in a row: your legs had time to recover.",
            "positive.compliant-streak" => $"{Whole(numbers.Observed("weeks"))} weeks with weight in a row, and nothing to watch.",
            "positive.unweighted-benefit" => Benefit(finding, numbers),
            _ => throw new ArgumentException($"The rule {finding.Rule} has no sentence.", nameof(finding)),
        };
    }

    /// <summary>What to do next; empty where there is nothing to do.</summary>
    public string Advice(Evaluation finding)
    {
        var numbers = new Numbers(finding);
        return finding.Rule switch
        {
            "equipment.ankle-weights" => "They are the one thing we always advise against: more strain on ankles, knees and shins. A vest does the job better.",
            "equipment.dumbbells" => "A vest or a backpack leaves your hands free.",
            "equipment.wrist-weights" => "Keep them minimal; a vest carries more with less strain.",
            "load.body-weight" when finding.Severity == Severity.Violation => "That is beyond our own safety bound: take weight out before the next run.",
            "load.body-weight" => "Being slower, running shorter and being tired afterwards is normal with that load.",
            "load.beginner-ramp" => BeginnerAdvice(finding, numbers),
            "return.after-break" => finding.Reasons.Contains("RUNNING_BREAK")
                ? $"First run {Whole(numbers.Limit("runs_back"))} times without weight, over {Whole(numbers.Limit("days_back"))} days."
                : $"Start again with up to {Mass(numbers.Limit("load_kg"))}.",
            "load.jump" => $"Try {Mass(numbers.Observed("established_load_kg") + numbers.Limit("increase_kg"))} twice first.",
            "distance.session-spike" => "Keep the next runs near your usual distance.",
            "distance.longer-than-usual" => "With weight your usual distance is enough.",
            "pace.chasing" => $"Next time: {units.Pace(Analysis.Units.Pace.FromSecondsPerKilometer(numbers.Limit("pace_s_per_km")))} or slower. There is no one to race.",
            "effort.heart-rate" => "Let the pace go until breathing is easy; a higher heart rate with weight is normal, that high it is a hard run.",
            "frequency.weekly-limit" => "Swap the next one for a normal run.",
            "spacing.back-to-back" => "Leave at least one day between them, 48 hours.",
            "frequency.rolling-limit" => "Make the next two runs normal ones.",
            "frequency.weekly-recommended" when finding.Reasons.Contains("ALL_RUNS_WEIGHTED") => "Do some runs without weight: they are where the benefit shows, and what we compare with.",
            "frequency.weekly-recommended" => "Two a week still improve you in the long run; do the rest normally.",
            "frequency.double-session" => "One a day leaves time to recover.",
            "volume.load-distance-jump" => "Carry less or run shorter next week.",
            "positive.unweighted-benefit" when finding.Reasons.Contains("FALLING") => "Nobody is to blame; consider some days of rest.",
            _ => "",
        };
    }

    private static string Percent(double percent) => DigestUnits.Percent(Math.Round(percent, 1));

    private static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    private string Mass(double kilograms) => units.Mass(Analysis.Units.Mass.FromKilograms(kilograms));

    private string Distance(double meters) => units.Distance(Analysis.Units.Distance.FromMeters(meters));

    private string BeginnerRamp(Evaluation finding, Numbers numbers, string? day)
    {
        if (finding.Subject.StartsWith("week:", StringComparison.Ordinal))
        {
            return finding.Reasons.Contains("SESSIONS")
                ? $"{Whole(numbers.Observed("sessions"))} weighted runs in one of your first four weeks with weight."
                : $"{Whole(numbers.Observed("recent_runs"))} runs in the eight weeks before this one are little to start carrying weight on.";
        }

        if (finding.Severity == Severity.Info)
            return $"{day}: {Distance(numbers.Observed("distance_m"))} with weight, and half of your usual runs are no longer than {Distance(numbers.Limit("distance_m"))}.";

        var week = Whole(numbers.Observed("stage_weeks") + 1);
        return numbers.HasLimit("load_percent")
            ? $"{day}: {Mass(numbers.Observed("load_kg"))} is {Percent(numbers.Observed("load_percent"))} of your weight, in week {week} of running with weight. Up to {Percent(numbers.Limit("load_percent"))} is our own limit there."
            : $"{day}: {Mass(numbers.Observed("load_kg"))} in week {week} of running with weight. Without your weight we take {Mass(numbers.Limit("load_kg"))} as a limit.";
    }

    private static string BeginnerAdvice(Evaluation finding, Numbers numbers)
    {
        if (finding.Reasons.Contains("SESSIONS"))
            return $"{Whole(numbers.Limit("sessions"))} a week are enough to begin with.";

        if (finding.Reasons.Contains("NO_BASE"))
            return "Two runs a week without weight make a base; keep the load small until then.";

        return finding.Severity == Severity.Info ? "In the beginning shorter is better." : "Start small and add slowly: ankles and knees need weeks.";
    }

    private string AfterBreak(Evaluation finding, Numbers numbers, string? day) => finding.Reasons.Contains("LOAD_AFTER_BREAK")
        ? $"{day}: {Mass(numbers.Observed("load_kg"))} after {Whole(numbers.Observed("break_days"))} days without weight; before that you carried {Mass(numbers.Observed("established_load_kg"))}."
        : $"{day}: with weight after {Whole(numbers.Observed("running_break_days"))} days without any run, and {Whole(numbers.Observed("runs_back"))} runs since.";

    private string Pace(Evaluation finding, Numbers numbers, string? day)
    {
        var percent = numbers.Observed("load_percent");
        var slowdown = Thresholds.Default.SlowdownPercent;
        var best = finding.Reasons.Contains("WEIGHTED_BEST") ? " It is your fastest with such a load, at a higher heart rate." : "";
        return $"{day}: {PaceOf(numbers.Observed("flat_pace_s_per_km"))} as if level. Your runs of this length without weight are about {PaceOf(numbers.Limit("usual_pace_s_per_km"))}. "
            + $"With {Percent(percent)} of their weight most people are {Whole(percent * slowdown.First)} to {Whole(percent * slowdown.Third)} % slower.{best}";
    }

    private string PaceOf(double seconds) => units.Pace(Analysis.Units.Pace.FromSecondsPerKilometer(seconds));

    private static string Recommended(Evaluation finding, Numbers numbers)
    {
        if (numbers.Observed("days") <= numbers.Limit("days") || finding.Reasons.Contains("IRONMAN"))
            return "Every run of the last four weeks was with weight.";

        var again = finding.Reasons.Contains("REPEATED") ? ", as in most of the weeks before" : "";
        return $"Weighted runs on {Whole(numbers.Observed("days"))} days{again}. {Whole(numbers.Limit("days"))} a week are the recommendation.";
    }

    private static string Benefit(Evaluation finding, Numbers numbers)
    {
        var change = numbers.Observed("change_percent");
        return finding.Reasons.Contains("FALLING")
            ? $"On normal runs you are about {Percent(-change)} slower at the same heart rate than two months ago, for the second time."
            : $"On normal runs you are about {Percent(change)} quicker at the same heart rate than two months ago.";
    }

    private readonly struct Numbers(Evaluation finding)
    {
        public double Observed(string name) => finding.Observed.First(measure => measure.Name == name).Value;

        public double Limit(string name) => finding.Limits.First(measure => measure.Name == name).Value;

        public bool HasLimit(string name) => finding.Limits.Any(measure => measure.Name == name);
    }
}
