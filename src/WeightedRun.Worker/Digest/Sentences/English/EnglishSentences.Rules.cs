using WeightedRun.Analysis.Rules;

namespace WeightedRun.Worker.Digest.Sentences.English;

/// <summary>What each rule's finding says: the numbers first.</summary>
internal sealed partial class EnglishSentences
{
    public override string What(Evaluation finding, string? day)
    {
        var n = new FindingNumbers(finding, Units);
        return finding.Rule switch
        {
            "equipment.ankle-weights" => $"{day}: a run with ankle weights.",
            "equipment.dumbbells" => n.HasLimit("distance_m")
                ? $"{day}: {n.Distance("distance_m")} with dumbbells; they get uncomfortable after the first mile or two."
                : $"{day}: dumbbells indoors. On a treadmill your hands are needed for the emergency stop.",
            "equipment.wrist-weights" => $"{day}: {n.Mass("load_kg")} at the wrists is more than the minimal amount they are good for.",
            "load.body-weight" => $"{day}: {n.Mass("load_kg")} is {n.Percent("load_percent")} of your weight{(n.Has("HILLY_AND_WEIGHTED") ? ", on a run hillier than your usual ones: weight and hills add up" : "")}.",
            "load.beginner-ramp" => BeginnerRamp(finding, n, day),
            "return.after-break" => n.Has("LOAD_AFTER_BREAK")
                ? $"{day}: {n.Mass("load_kg")} after {n.Count("break_days")} days without weight; before that you carried {n.Mass("established_load_kg")}."
                : $"{day}: with weight after {n.Count("running_break_days")} days without any run, and {n.Count("runs_back")} runs since.",
            "load.jump" => $"{day}: from your usual {n.Mass("established_load_kg")} to {n.Mass("load_kg")} in one go.",
            "distance.session-spike" => $"{day}: {n.Distance("distance_m")}; your longest run of the 30 days before was {n.DistanceLimit("longest_distance_m")}. That is {n.Percent("increase_percent")} more.",
            "distance.longer-than-usual" => $"{day}: {n.Distance("distance_m")} with weight; three quarters of your usual runs are no longer than {n.DistanceLimit("usual_distance_m")}.",
            "pace.chasing" => $"{day}: {n.Pace("flat_pace_s_per_km")} as if level. Your runs of this length without weight are about {n.PaceLimit("usual_pace_s_per_km")}. "
                + $"With {n.Percent("load_percent")} of their weight most people are {n.Slowdown().Least} to {n.Slowdown().Most} % slower.",
            "positive.patient-pace" => $"{day}: about {n.Percent("slower_percent")} slower than without weight, which is what the load explains.",
            "effort.heart-rate" => n.HasLimit("usual_hr_bpm")
                ? $"{day}: heart rate {n.Count("avg_hr_bpm")}, {n.Percent("hr_rise_percent")} above your usual, without running slower."
                : $"{day}: heart rate {n.Count("avg_hr_bpm")}, {n.Percent("hr_percent")} of {(n.Has("ESTIMATED") ? "the highest that your age suggests" : "your highest")}.",
            "frequency.weekly-limit" => $"{n.Count("sessions")} weighted runs this week. {n.CountLimit("sessions")} is the most we suggest; two is better.",
            "spacing.back-to-back" => $"Weighted runs on {n.Count("days")} days in a row, from {day} on.",
            "frequency.rolling-limit" => $"{n.Count("sessions")} weighted runs in the seven days up to {day}. {n.CountLimit("sessions")} is the most we suggest.",
            "frequency.weekly-recommended" => n.Observed("days") <= n.Limit("days") || n.Has("IRONMAN")
                ? "Every run of the last four weeks was with weight."
                : $"Weighted runs on {n.Count("days")} days{(n.Has("REPEATED") ? ", as in most of the weeks before" : "")}. {n.CountLimit("days")} a week are the recommendation.",
            "frequency.double-session" => $"{day}: {n.Count("sessions")} weighted runs on one day.",
            "volume.load-distance-jump" => $"Load times distance was {Units.LoadDistance(n.Observed("load_kg_km"))} this week; the four weeks before had about {Units.LoadDistance(n.Limit("usual_load_kg_km"))} each.",
            "positive.well-spaced-week" => "Never two days in a row: your legs had time to recover.",
            "positive.compliant-streak" => $"{n.Count("weeks")} weeks with weight in a row, and nothing to watch.",
            "positive.unweighted-benefit" => n.Has("FALLING")
                ? $"On normal runs you are about {Units.Percent(Math.Round(-n.Observed("change_percent"), 1))} slower at the same heart rate than two months ago, for the second time."
                : $"On normal runs you are about {n.Percent("change_percent")} quicker at the same heart rate than two months ago.",
            _ => throw new ArgumentException($"The rule {finding.Rule} has no sentence.", nameof(finding)),
        };
    }

    public override string Advice(Evaluation finding)
    {
        var n = new FindingNumbers(finding, Units);
        return finding.Rule switch
        {
            "equipment.ankle-weights" => "They are the one thing we always advise against: more strain on ankles, knees and shins. A vest does the job better.",
            "equipment.dumbbells" => "A vest or a backpack leaves your hands free.",
            "equipment.wrist-weights" => "Keep them minimal; a vest carries more with less strain.",
            "load.body-weight" when finding.Severity == Severity.Violation => "That is beyond our own safety bound: take weight out before the next run.",
            "load.body-weight" => "Being slower, running shorter and being tired afterwards is normal with that load.",
            "load.beginner-ramp" when n.Has("SESSIONS") => $"{n.CountLimit("sessions")} a week are enough to begin with.",
            "load.beginner-ramp" when n.Has("NO_BASE") => "Two runs a week without weight make a base; keep the load small until then.",
            "load.beginner-ramp" when finding.Severity == Severity.Info => "In the beginning shorter is better.",
            "load.beginner-ramp" => "Start small and add slowly: ankles and knees need weeks.",
            "return.after-break" when n.Has("RUNNING_BREAK") => $"First run {n.CountLimit("runs_back")} times without weight, over {n.CountLimit("days_back")} days.",
            "return.after-break" => $"Start again with up to {n.MassLimit("load_kg")}.",
            "load.jump" => $"Try {n.NextMass()} twice first.",
            "distance.session-spike" => "Keep the next runs near your usual distance.",
            "distance.longer-than-usual" => "With weight your usual distance is enough.",
            "pace.chasing" => $"Next time: {n.PaceLimit("pace_s_per_km")} or slower. There is no one to race.",
            "effort.heart-rate" => "Let the pace go until breathing is easy; a higher heart rate with weight is normal, that high it is a hard run.",
            "frequency.weekly-limit" => "Swap the next one for a normal run.",
            "spacing.back-to-back" => "Leave at least one day between them, 48 hours.",
            "frequency.rolling-limit" => "Make the next two runs normal ones.",
            "frequency.weekly-recommended" when n.Has("ALL_RUNS_WEIGHTED") => "Do some runs without weight: they are where the benefit shows, and what we compare with.",
            "frequency.weekly-recommended" => "Two a week still improve you in the long run; do the rest normally.",
            "frequency.double-session" => "One a day leaves time to recover.",
            "volume.load-distance-jump" => "Carry less or run shorter next week.",
            "positive.unweighted-benefit" when n.Has("FALLING") => "Nobody is to blame; consider some days of rest.",
            _ when finding.Rule.StartsWith("positive.", StringComparison.Ordinal) => "",
            _ => throw new ArgumentException($"The rule {finding.Rule} has no advice.", nameof(finding)),
        };
    }

    private static string BeginnerRamp(Evaluation finding, FindingNumbers n, string? day)
    {
        if (finding.Subject.StartsWith("week:", StringComparison.Ordinal))
        {
            return n.Has("SESSIONS")
                ? $"{n.Count("sessions")} weighted runs in one of your first four weeks with weight."
                : $"{n.Count("recent_runs")} runs in the eight weeks before this one are little to start carrying weight on.";
        }

        if (finding.Severity == Severity.Info)
            return $"{day}: {n.Distance("distance_m")} with weight, and half of your usual runs are no longer than {n.DistanceLimit("distance_m")}.";

        var week = n.WeekOfStage();
        return n.HasLimit("load_percent")
            ? $"{day}: {n.Mass("load_kg")} is {n.Percent("load_percent")} of your weight, in week {week} of running with weight. Up to {n.PercentLimit("load_percent")} is our own limit there."
            : $"{day}: {n.Mass("load_kg")} in week {week} of running with weight. Without your weight we take {n.MassLimit("load_kg")} as a limit.";
    }
}
