using WeightedRun.Analysis.Rules;

namespace WeightedRun.Worker.Digest;

/// <summary>Where each rule comes from, and what would mend what could not be checked, in English.</summary>
internal static class EnglishReasons
{
    public static string Why(string rule) => rule switch
    {
        "equipment.ankle-weights" => "equipment.ankle-weights, from the article (\"never run with ankle weights\")",
        "equipment.dumbbells" => "equipment.dumbbells, from the article (\"uncomfortable after the first mile or two\", \"hazardous\" on a treadmill)",
        "equipment.wrist-weights" => "equipment.wrist-weights, \"a minimal amount\" from the article, its size our own",
        "load.body-weight" => "load.body-weight, 10 % from the article, 15 and 20 % our own limits",
        "load.beginner-ramp" => "load.beginner-ramp, from the article (\"start small, slowly work up\"), the numbers our own",
        "return.after-break" => "return.after-break, our own limits",
        "load.jump" => "load.jump, from the article (\"slowly work up\"), the step our own",
        "distance.session-spike" => "distance.session-spike, jumps over 10 % went with more injuries in a study of 5,205 runners (Br J Sports Med 2025)",
        "distance.longer-than-usual" => "distance.longer-than-usual, from the article (\"run the same miles you usually run\"), the shares our own",
        "pace.chasing" => "pace.chasing, from the article (\"do not compete with yourself\") and two studies (Med Sci Sports 1978, J Exp Biol 2007)",
        "positive.patient-pace" => "positive.patient-pace, from the article (\"take it slower\") and the same two studies as pace.chasing",
        "effort.heart-rate" => "effort.heart-rate, from the article (the heart rate is higher with weight), 85 % our own limit",
        "frequency.weekly-limit" => "frequency.weekly-limit, from the article (\"not more than three times a week\")",
        "spacing.back-to-back" => "spacing.back-to-back, from the article (\"not every day\"), how many days our own",
        "frequency.rolling-limit" => "frequency.rolling-limit, the article's three a week seen from any day",
        "frequency.weekly-recommended" => "frequency.weekly-recommended, from the article (\"stick to two a week\")",
        "frequency.double-session" => "frequency.double-session, our own limit after the article's \"not every day\"",
        "volume.load-distance-jump" => "volume.load-distance-jump, our own limit",
        "positive.well-spaced-week" => "positive.well-spaced-week, from the article (\"not every day\")",
        "positive.compliant-streak" => "positive.compliant-streak, from the article (long-term returns)",
        "positive.unweighted-benefit" => "positive.unweighted-benefit, from the article (the benefit shows on the runs without weight)",
        _ => rule,
    };

    public static IEnumerable<string> NotChecked(Evaluation evaluation) =>
        evaluation.Reasons.Count == 0 ? [Countable(evaluation)] : evaluation.Reasons.Select(reason => NotChecked(evaluation, reason));

    private static string NotChecked(Evaluation evaluation, string reason) => (evaluation.Rule, reason) switch
    {
        (_, "WEEK_NOT_SYNCED") => "How many weighted runs in the week: it is not over yet, or not all of it is here.",
        (_, "BODY_WEIGHT") => "Load against your weight: we do not know what you weigh. Add --body-mass.",
        (_, "LOAD") => "Load: a weighted run does not say with how much. Write it into the title, such as \"vest 7 kg\".",
        ("volume.load-distance-jump", "WEEKS" or "BASE") => "Load times distance against your usual: it takes weight in three of the four weeks before.",
        ("distance.session-spike", "RUNS") => "Distance against your recent runs: it takes four runs in the 30 days before.",
        ("distance.session-spike", "HISTORY") => "Distance against your recent runs: it takes 30 days of history before.",
        (_, "HISTORY") => "Whether you came back from a break: it takes 84 days of history before.",
        (_, "ESTABLISHED_LOAD") => "The load after your break: the runs before it do not say with how much.",
        (_, "DISTANCE") => "Distance: a run has none.",
        (_, "TIME") => "Pace: a weighted run has no moving time.",
        (_, "TOO_HILLY") => "Pace: a weighted run climbed too much for its pace to say anything.",
        (_, "NO_HR") => "Heart rate: a weighted run has none (a chest strap would do).",
        (_, "HR_QUALITY") => "Heart rate: a run is too short, or its heart rate is not credible (wrist sensors sometimes count steps).",
        (_, "HR_MAX") => "Heart rate: we do not know your highest. Add --birth-year.",
        (_, "SEASON") => "Speed at the same heart rate: the weeks before were much warmer, so a change would be the weather's.",
        _ => $"{evaluation.Rule}: {reason}",
    };

    private static string Countable(Evaluation evaluation) => evaluation.Rule switch
    {
        "distance.longer-than-usual" => $"Distance against your usual: it takes {evaluation.Need:0} runs without weight in the 42 days before; there are {evaluation.Have:0}.",
        "pace.chasing" or "positive.patient-pace" => $"Pace: it takes {evaluation.Need:0} runs without weight of about that length in the 56 days before; there are {evaluation.Have:0}.",
        "positive.unweighted-benefit" => $"Speed at the same heart rate over time: it takes {evaluation.Need:0} runs without weight in the last four weeks and in the eight before, and as many with weight; there are {evaluation.Have:0}.",
        _ => evaluation.Rule,
    };
}
