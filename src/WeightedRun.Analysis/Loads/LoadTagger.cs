using WeightedRun.Analysis.Loads.Decisions;
using WeightedRun.Analysis.Loads.Lexicon;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Loads;

/// <summary>
/// Decides whether an activity was done with weight. A false tag makes a wrong warning and a missed one makes the product useless, so there
/// are three outcomes: what words say for certain, what is asked, and nothing. Never guesses a load.
/// </summary>
/// <remarks>
/// Authority: the runner's answer, the device's pack mass, documented hashtags, mapped gear, title, description, private note, the gear's name,
/// the sport. A lower source fills what a higher one left open.
/// </remarks>
public static class LoadTagger
{
    private static readonly TagDecision NotWeighted = new() { Outcome = TagOutcome.NotWeighted, LexiconVersion = TaggingLexicon.Instance.Version };

    /// <summary>The version of the word lists.</summary>
    public static string LexiconVersion => TaggingLexicon.Instance.Version;

    /// <summary>What was carried, or is asked about, for the training log; null when nothing says so.</summary>
    public static CarriedLoad? Tag(TaggerInput input) => Decide(input).ToCarriedLoad();

    /// <summary>The whole decision, with its questions and its evidence.</summary>
    public static TagDecision Decide(TaggerInput input)
    {
        if (input.Answer is { } answer)
            return Answered(answer);

        if (!input.Sport.IsOnFoot() && !input.MayContainRuns)
            return NotWeighted;

        var title = FieldReader.Read(TagField.Title, input.Title);
        var description = FieldReader.Read(TagField.Description, input.Description);
        var note = FieldReader.Read(TagField.PrivateNote, input.PrivateNote);
        var gear = FieldReader.Read(TagField.Gear, input.Gear);
        if (title is null && description is null && note is null && gear is null && input is { DevicePackMass: null, Sport: not Sport.Ruck } && input.Settings.GearLoads.Count == 0)
            return NotWeighted;

        return new Fusion(input, [title, description, note, gear]).Decide();
    }

    private static TagDecision Answered(RunnerAnswer answer) => !answer.IsWeighted ? NotWeighted : new TagDecision
    {
        Outcome = TagOutcome.Weighted,
        Pieces = answer.Pieces.Count > 0 ? answer.Pieces : [new CarriedPiece(EquipmentKind.Unknown, null)],
        Source = LoadSource.Runner,
        LexiconVersion = TaggingLexicon.Instance.Version,
    };
}
