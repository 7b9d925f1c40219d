using System.Globalization;
using WeightedRun.Analysis.Loads;
using WeightedRun.Worker.Digest;
using WeightedRun.Worker.Digest.Sentences;

namespace WeightedRun.Worker.Commands;

/// <summary>Tells a person what the tagger makes of a title, with the deciding words underlined.</summary>
internal static class TagExplanation
{
    public static int Print(string title, string sportType)
    {
        var (sport, mayContainRuns) = StravaSport.Find(sportType);
        var decision = LoadTagger.Decide(new TaggerInput { Sport = sport, MayContainRuns = mayContainRuns, Title = title });
        var shown = DigestText.OneLine(title, 400);
        Console.Out.WriteLine(shown);
        if (shown == title)
            Console.Out.WriteLine(Underline(title, decision));

        Console.Out.WriteLine(Outcome(decision));
        var words = DigestSentences.In(DigestLanguage.English, isImperial: false);
        foreach (var piece in decision.Pieces)
            Console.Out.WriteLine($"  {words.Equipment(piece.Kind)}: {(piece.Kind.IsPushedOrDragged() ? "pushed or dragged, no load on the body" : piece.Mass is { } mass ? string.Create(CultureInfo.InvariantCulture, $"{mass.Kilograms:0.##} kg ({mass.Pounds:0.#} lb)") : "load not known")}");

        foreach (var evidence in decision.Evidence)
            Console.Out.WriteLine($"  \"{DigestText.OneLine(evidence.Text, 80)}\": {Meaning(evidence.Rule)}");

        foreach (var question in decision.Questions)
            Console.Out.WriteLine($"  You would be asked: {Question(question)}");

        return ExitCode.Done;
    }

    private static string Underline(string title, TagDecision decision)
    {
        var line = new char[title.Length];
        Array.Fill(line, ' ');
        foreach (var evidence in decision.Evidence)
            Array.Fill(line, '^', evidence.Start, evidence.Length);

        return new string(line).TrimEnd();
    }

    private static string Outcome(TagDecision decision) => decision switch
    {
        { Outcome: TagOutcome.Weighted } => "Weighted.",
        { Outcome: TagOutcome.Suspected } => "Perhaps weighted: you are asked, and until you answer it is not counted.",
        { Pieces.Count: > 0 } => "Not weighted, and noted:",
        _ => "Not weighted: no word says that weight was carried on this run, or one says that it was not.",
    };

    private static string Question(TagQuestion question) => question switch
    {
        TagQuestion.Weighted => "did you carry weight, and all the way?",
        TagQuestion.Load => "how much was it in total?",
        _ => "what did you carry it in?",
    };

    private static string Meaning(string rule) => rule switch
    {
        "hashtag" or "hashtag+load" => "a documented hashtag",
        "specific-equipment" => "equipment that is weight by itself",
        "specific-equipment+load" => "equipment that is weight by itself, and its load",
        "soft-equipment" or "vague-equipment" => "may be clothing or luggage",
        "soft-equipment+load" or "vague-equipment+load" or "worn-equipment+load" => "equipment, because a load stands beside it",
        "weight-word" or "extra-word+load" or "load-alone" => "speaks of weight, but not clearly",
        "weight-word+load" or "carried-word+load" => "weight with a load; it does not say what carried it",
        "load-per-limb" => "a load for each limb",
        "murph" => "a workout that may be done with a vest",
        "murph-as-prescribed" => "as prescribed: a vest of 20 lb, or of 14 lb",
        "not-carried" => "pushed or dragged: noted, never load",
        "question" => "it is a question",
        "plan" => "a plan, a wish or a purchase",
        "other-day" => "another day",
        "other-person" => "another person",
        _ => rule,
    };
}
