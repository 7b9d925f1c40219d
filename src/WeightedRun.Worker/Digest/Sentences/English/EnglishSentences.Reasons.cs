namespace WeightedRun.Worker.Digest.Sentences.English;

/// <summary>Where each rule comes from, what a reason adds, and what would mend what could not be checked.</summary>
internal sealed partial class EnglishSentences
{
    public override string Why(string rule) => $"{rule}, " + rule switch
    {
        "equipment.ankle-weights" => "from the article (\"never run with ankle weights\")",
        "equipment.dumbbells" => "from the article (\"uncomfortable after the first mile or two\", \"hazardous\" on a treadmill)",
        "equipment.wrist-weights" => "\"a minimal amount\" from the article, its size our own",
        "load.body-weight" => "10 % from the article, 15 and 20 % our own limits",
        "load.beginner-ramp" => "from the article (\"start small, slowly work up\"), the numbers our own",
        "return.after-break" => "our own limits",
        "load.jump" => "from the article (\"slowly work up\"), the step our own",
        "distance.session-spike" => "jumps over 10 % went with more injuries in a study of 5,205 runners (Br J Sports Med 2025)",
        "distance.longer-than-usual" => "from the article (\"run the same miles you usually run\"), the shares our own",
        "pace.chasing" => "from the article (\"do not compete with yourself\") and two studies (Med Sci Sports 1978, J Exp Biol 2007)",
        "positive.patient-pace" => "from the article (\"take it slower\") and the same two studies as pace.chasing",
        "effort.heart-rate" => "from the article (the heart rate is higher with weight), 85 % our own limit",
        "frequency.weekly-limit" => "from the article (\"not more than three times a week\")",
        "spacing.back-to-back" => "from the article (\"not every day\"), how many days our own",
        "frequency.rolling-limit" => "the article's three a week seen from any day",
        "frequency.weekly-recommended" => "from the article (\"stick to two a week\")",
        "frequency.double-session" => "our own limit after the article's \"not every day\"",
        "volume.load-distance-jump" => "our own limit",
        "positive.well-spaced-week" => "from the article (\"not every day\")",
        "positive.compliant-streak" => "from the article (long-term returns)",
        "positive.unweighted-benefit" => "from the article (the benefit shows on the runs without weight)",
        _ => throw new ArgumentException($"The rule {rule} has no source.", nameof(rule)),
    };

    public override string RuleName(string rule) => rule switch
    {
        "equipment.ankle-weights" => "ankle weights",
        "equipment.dumbbells" => "dumbbells",
        "equipment.wrist-weights" => "wrist weights",
        "load.body-weight" => "load against your weight",
        "load.beginner-ramp" => "beginning slowly",
        "return.after-break" => "coming back from a break",
        "load.jump" => "load against your usual load",
        "distance.session-spike" => "distance against your longest run",
        "distance.longer-than-usual" => "distance against your usual",
        "pace.chasing" => "pace",
        "positive.patient-pace" => "patience",
        "effort.heart-rate" => "heart rate",
        "frequency.weekly-limit" => "weighted runs a week",
        "spacing.back-to-back" => "days off between weighted runs",
        "frequency.rolling-limit" => "weighted runs in seven days",
        "frequency.weekly-recommended" => "two weighted runs a week",
        "frequency.double-session" => "two weighted runs on one day",
        "volume.load-distance-jump" => "load times distance",
        "positive.well-spaced-week" => "a well-spaced week",
        "positive.compliant-streak" => "weeks in a row",
        "positive.unweighted-benefit" => "speed without weight",
        _ => throw new ArgumentException($"The rule {rule} has no name.", nameof(rule)),
    };

    public override string Remark(string reason) => reason switch
    {
        "BODY_WEIGHT_STALE" => "What we know of your weight is more than half a year old.",
        "ONE_PRIOR" => "There is only one earlier run with weight to compare with.",
        "COUNTS_AS_WEIGHTED" => "That much at the wrists counts as a weighted run.",
        "SMALL" => "In a study of runners without weight such jumps went with 1.64 times as many injuries.",
        "MODERATE" => "In a study of runners without weight such jumps went with 1.52 times as many injuries.",
        "LARGE" => "In a study of runners without weight such jumps went with 2.28 times as many injuries.",
        "HR_RELIEF" => "Your heart beat no faster than usual, so this weighs one step less.",
        "FASTER_THAN_UNWEIGHTED" => "That is faster than without weight.",
        "SAME_TIME" => "It was your usual distance in nearly your usual time.",
        "QUALITY" => "You marked it as a race or a workout.",
        "WEIGHTED_BEST" => "It is your fastest with such a load, at a higher heart rate.",
        "OLDER_RUNNER" => "From 50 on our limits are tighter.",
        "ESTIMATED" or "EXPERIENCED" or "HILLY_AND_WEIGHTED" or "SESSIONS" or "NO_BASE" or "LOAD_AFTER_BREAK" or "RUNNING_BREAK" or "IRONMAN" or "REPEATED" or "ALL_RUNS_WEIGHTED" or "FALLING" or "DISTANCE" => "",
        _ => throw new ArgumentException($"The reason {reason} has no sentence.", nameof(reason)),
    };

    public override string NotChecked(string rule, string reason) => (rule, reason) switch
    {
        (_, "WEEK_NOT_SYNCED") => "How many weighted runs in the week: it is not over yet, or not all of it is here.",
        (_, "BODY_WEIGHT") => "Load against your weight: we do not know what you weigh. Enter it in your settings; a report on files takes it as an option.",
        (_, "LOAD") => "Load: a weighted run does not say with how much. Write it into the title, such as \"vest 7 kg\".",
        (_, "WEEKS" or "BASE") => "Load times distance against your usual: it takes weight in three of the four weeks before.",
        (_, "RUNS") => "Distance against your recent runs: it takes four runs in the 30 days before.",
        ("distance.session-spike", "HISTORY") => "Distance against your recent runs: it takes 30 days of history before.",
        (_, "HISTORY") => "Whether you came back from a break: it takes 84 days of history before.",
        (_, "ESTABLISHED_LOAD") => "The load after your break: the runs before it do not say with how much.",
        (_, "DISTANCE") => "Distance: a run has none.",
        (_, "TIME") => "Pace: a weighted run has no moving time.",
        (_, "TOO_HILLY") => "Pace: a weighted run climbed too much for its pace to say anything.",
        (_, "NO_HR") => "Heart rate: a weighted run has none (a chest strap would do).",
        (_, "HR_QUALITY") => "Heart rate: a run is too short, or its heart rate is not credible (wrist sensors sometimes count steps).",
        (_, "HR_MAX") => "Heart rate: we do not know your highest. Your year of birth would do.",
        (_, "SEASON") => "Speed at the same heart rate: the weeks before were much warmer, so a change would be the weather's.",
        _ => throw new ArgumentException($"The reason {reason} of {rule} has no sentence.", nameof(reason)),
    };

    public override string TooLittle(string rule, string have, string need) => rule switch
    {
        "distance.longer-than-usual" => $"Distance against your usual: it takes {need} runs without weight in the 42 days before; there are {have}.",
        "pace.chasing" or "positive.patient-pace" => $"Pace: it takes {need} runs without weight of about that length in the 56 days before; there are {have}.",
        "positive.unweighted-benefit" => $"Speed at the same heart rate over time: it takes {need} runs without weight in the last four weeks and in the eight before, and as many with weight; there are {have}.",
        _ => throw new ArgumentException($"What {rule} has too little of has no sentence.", nameof(rule)),
    };
}
