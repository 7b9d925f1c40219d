using WeightedRun.Analysis.Loads.Lexicon;
using WeightedRun.Analysis.Loads.Text;

namespace WeightedRun.Analysis.Loads.Clauses;

/// <summary>
/// Reads the cues of a mention's clause: negated, another day, another person, as if, before or after the run, strength training.
/// A cue reaches no further than its clause, except a header ("Tomorrow: ...") and a note that follows ("..., forgotten").
/// </summary>
internal sealed class MentionJudge(ClauseView view)
{
    // "without my trusty old blue vest" is the longest such chain that is met; further away a negation may belong to something else.
    private const int NegationReach = 2;
    private const int SimileReach = 6;
    private const int GymReach = 3;
    private const int HeaderReach = 6;

    public void Judge(Mention mention)
    {
        var clause = mention.Clause;
        foreach (var phrase in view.PhrasesOf(clause))
        {
            if (!phrase.Has(Cue.Against))
                continue;

            if (phrase.End <= mention.Start)
                Before(mention, phrase);
            else if (phrase.Start >= mention.End)
                After(mention, phrase);
        }

        if (clause.IsQuestion)
            Against(mention, Standing.Doubtful, "question", clause.Start, clause.End);

        Header(mention);
        GymBefore(mention);
        ExerciseBefore(mention);
        Price(mention);
        Joke(mention);
        ListOf(mention);
        LeftBehindAfterwards(mention);
    }

    private void Before(Mention mention, Phrase phrase)
    {
        var (start, end) = (phrase.End, mention.Start);
        if (phrase.Has(Cue.Negation | Cue.Instead))
        {
            // "12 kg instead of 10 kg in the vest": the load is replaced, not the vest.
            if (phrase.Has(Cue.Instead) && Load(start) && view.AnyBetween(mention.Clause.Start, phrase.Start, Cue.Unit))
                return;

            var isClear = view.ContentWords(start, end) <= NegationReach && !view.EndsBeforeWith(start, end);
            Against(mention, isClear ? Standing.Falls : Standing.Doubtful, phrase.Has(Cue.Negation) ? "negated" : "instead", phrase.Start, phrase.End);
        }

        if (phrase.Has(Cue.Simile) && view.Words(start, end) <= SimileReach)
            Against(mention, Standing.Falls, "as-if", phrase.Start, phrase.End);

        // "with a friend and a vest" leaves it open whose; "in her vest" does not.
        if (phrase.Has(Cue.OtherPerson))
            Against(mention, IsCompany(phrase, mention) ? Standing.Doubtful : Standing.Falls, "other-person", phrase.Start, phrase.End);

        if (phrase.Has(Cue.BeforeAfter) && OnlyRunning(start, end) && !view.EndsBeforeWith(start, end))
            Against(mention, Standing.Falls, "before-or-after", phrase.Start, phrase.End);

        if (phrase.Has(Cue.OtherDay) && !view.AnyBetween(start, end, Cue.Now))
            Against(mention, Standing.Falls, "other-day", phrase.Start, phrase.End);

        if (phrase.Has(Cue.Later))
            Against(mention, Standing.Doubtful, "later", phrase.Start, phrase.End);

        if (phrase.Has(Cue.Plan) && !view.AnyBetween(start, end, Cue.Now))
            Against(mention, Standing.Falls, "plan", phrase.Start, phrase.End);

        if (phrase.Has(Cue.Gym) && IsLifted(mention) && !view.Any(mention.Clause, Cue.Run))
            Against(mention, Standing.Falls, "gym", phrase.Start, phrase.End);
    }

    private bool IsCompany(Phrase person, Mention mention) =>
        (view.Text.Has(person.Start - 1, Cue.With) || view.Text.Has(person.Start - 2, Cue.With)) && (view.ContentWords(person.End, mention.Start) > 0 || view.AnyBetween(person.End, mention.Start, Cue.With));

    private void After(Mention mention, Phrase phrase)
    {
        var (start, end) = (mention.End, phrase.Start);
        if (phrase.Has(Cue.LeftBehind) && view.ContentWords(start, end) <= NegationReach)
            Against(mention, Standing.Falls, "left-behind", phrase.Start, phrase.End);

        if (phrase.Has(Cue.OtherDay) && !view.AnyBetween(mention.Clause.Start, mention.Clause.End, Cue.Now))
            Against(mention, Standing.Falls, "other-day", phrase.Start, phrase.End);

        if (phrase.Has(Cue.Plan))
            Against(mention, view.AnyBetween(mention.Clause.Start, mention.Start, Cue.With | Cue.Run) ? Standing.Doubtful : Standing.Falls, "plan", phrase.Start, phrase.End);

        if (phrase.Has(Cue.Gym) && !mention.Is(Cue.Murph) && (IsLifted(mention) ? view.Words(start, end) <= GymReach || !view.Any(mention.Clause, Cue.Run) : view.ContentWords(start, end) == 0 && !view.Any(mention.Clause, Cue.Run)))
            Against(mention, Standing.Falls, "gym", phrase.Start, phrase.End);
    }

    /// <summary>A clause of nothing but another day or a plan stands over what follows: "Tomorrow: vest", "Planned: ruck + sandbag".</summary>
    private void Header(Mention mention)
    {
        for (var index = mention.Clause.Index - 1; index >= Math.Max(0, mention.Clause.Index - HeaderReach) && view.Clauses[index].Sentence == mention.Clause.Sentence; index--)
        {
            var clause = view.Clauses[index];
            if (view.Any(clause, Cue.Now))
                return;

            if (view.Words(clause.Start, clause.End) <= 4 && view.First(clause, Cue.OtherDay | Cue.Plan) is { } header && view.ContentWords(clause.Start, clause.End) == view.ContentWords(header.Start, header.End)
                && !view.AnyBetween(clause.Start, clause.End, Cue.Unit | Cue.Mention))
                Against(mention, view.Any(mention.Clause, Cue.Now) ? Standing.Stands : Standing.Falls, header.Has(Cue.Plan) ? "plan" : "other-day", header.Start, header.End);
        }
    }

    /// <summary>"PM upper body, 25 lb dumbbells": the exercise of the clause before.</summary>
    private void GymBefore(Mention mention)
    {
        if (mention.Clause.Index == 0 || mention.Kind is not (EquipmentKind.HandWeights or EquipmentKind.WeightPlate or EquipmentKind.Sandbag) || view.Any(mention.Clause, Cue.Run))
            return;

        var previous = view.Clauses[mention.Clause.Index - 1];
        if (previous.Sentence == mention.Clause.Sentence && !view.Any(previous, Cue.Run) && view.First(previous, Cue.Gym) is { } gym)
            Against(mention, Standing.Falls, "gym", gym.Start, gym.End);
    }

    /// <summary>"Kettlebells then 5k": done before the run began.</summary>
    private void ExerciseBefore(Mention mention)
    {
        if (mention.Kind is not (EquipmentKind.HandWeights or EquipmentKind.WeightPlate or EquipmentKind.Sandbag) || mention.Clause.Index + 1 >= view.Clauses.Count || view.Any(mention.Clause, Cue.Run | Cue.With | Cue.Unit))
            return;

        var next = view.Clauses[mention.Clause.Index + 1];
        if (next.Sentence == mention.Clause.Sentence && (next.IsOpenedByWord || next.OpenedBy is '+' or '&'))
            Against(mention, Standing.Falls, "gym", next.Start, next.Start + 1);
    }

    /// <summary>"weight belt $19.99": in the shop.</summary>
    private void Price(Mention mention)
    {
        for (var at = mention.End; at < Math.Min(mention.End + 2, view.Text.Tokens.Length); at++)
        {
            if (view.Text.Tokens[at].IsSign('$') || view.Text.Tokens[at].IsSign('£') || view.Text.Tokens[at].IsSign('€'))
                Against(mention, Standing.Falls, "price", at, at + 1);
        }
    }

    /// <summary>"in a weighted vest - actually an extra layer of fat": what is meant comes behind the dash.</summary>
    private void Joke(Mention mention)
    {
        if (mention.Clause.Index + 1 >= view.Clauses.Count || view.Clauses[mention.Clause.Index + 1] is not { OpenedBy: '—' or '=' or '(' } next || next.Sentence != mention.Clause.Sentence || view.Any(mention.Clause, Cue.Unit) || view.Any(next, Cue.Unit))
            return;

        if (view.First(next, Cue.BodyMass) is { } cue)
            Against(mention, Standing.Doubtful, "as-if", cue.Start, cue.End);
    }

    /// <summary>"need boots, a rucksack and 35 lb of bricks": a list goes on with what its first clause says.</summary>
    private void ListOf(Mention mention)
    {
        if (mention.Clause is not { OpenedBy: ',', Index: > 0 } clause || view.AnyBetween(clause.Start, mention.Start, Cue.With | Cue.Run | Cue.Now) || !view.Text.Has(clause.Start, Cue.Filler))
            return;

        if (view.First(view.Clauses[clause.Index - 1], Cue.Plan | Cue.OtherPerson) is { } cue)
            Against(mention, Standing.Falls, cue.Has(Cue.Plan) ? "plan" : "other-person", cue.Start, cue.End);
    }

    /// <summary>"Weighted vest: forgotten", "weighted vest (at home)".</summary>
    private void LeftBehindAfterwards(Mention mention)
    {
        if (mention.Clause.Index + 1 >= view.Clauses.Count)
            return;

        var next = view.Clauses[mention.Clause.Index + 1];
        if (view.Words(next.Start, next.End) <= 4 && view.First(next, Cue.LeftBehind) is { } cue && view.ContentWords(next.Start, cue.Start) == 0 && !view.Any(next, Cue.Mention & ~Cue.Extra))
            Against(mention, Standing.Falls, "left-behind", cue.Start, cue.End);
    }

    private static void Against(Mention mention, Standing standing, string rule, int start, int end)
    {
        if (standing <= mention.Standing)
            return;

        mention.Standing = standing;
        mention.Against = (rule, start, end);
    }

    private bool Load(int at) => view.Text.Tokens.Length > at && (view.Text.Tokens[at].Kind == TokenKind.Number || view.Text.Has(at, Cue.Number));

    // "after my run an ankle weight routine", "after Saturday's 12 mile ruck"
    private bool OnlyRunning(int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (view.ContentWords(at, at + 1) > 0 && !view.Text.Has(at, Cue.Run | Cue.Measure))
                return false;
        }

        return true;
    }

    // What a gym has too; a vest is worn there, and on the way.
    private static bool IsLifted(Mention mention) => mention.Kind is EquipmentKind.HandWeights or EquipmentKind.WeightPlate or EquipmentKind.Sandbag or EquipmentKind.Other or EquipmentKind.AnkleWeights or EquipmentKind.WristWeights or EquipmentKind.Unknown;
}
