using WeightedRun.Analysis.Loads.Clauses;
using WeightedRun.Analysis.Loads.Lexicon;
using WeightedRun.Analysis.Loads.Text;

namespace WeightedRun.Analysis.Loads.Grammar;

/// <summary>
/// What the words around a load say about it: each, in total, added, from one to another; and whether it was carried at all or is
/// the body's mass, a barbell's, another day's.
/// </summary>
internal sealed class LoadContext(ClauseView view, List<StatedLoad> loads)
{
    private const int EachReach = 6;
    private const int TotalReach = 2;
    private const int OtherMassReach = 4;

    public void Read(int index, Clause clause, IReadOnlyList<Mention> mentions)
    {
        var load = loads[index];
        var previousEnd = index > 0 ? loads[index - 1].End : 0;
        var nextStart = index + 1 < loads.Count ? loads[index + 1].Start : view.Text.Tokens.Length;
        ReadEach(load, clause, previousEnd, nextStart);
        ReadCount(load, clause);
        load.IsTotal = view.AnyBetween(Math.Max(clause.Start, load.Start - TotalReach), load.Start, Cue.Total) || view.AnyBetween(load.End, Math.Min(Math.Min(clause.End, nextStart), load.End + TotalReach), Cue.Total);
        load.IsIncrement = view.AnyBetween(Math.Max(Math.Max(clause.Start, previousEnd), load.Start - TotalReach), load.Start, Cue.Added);
        ReadProgress(index, clause);
        load.IsDropped |= IsDropped(load, clause, mentions);
    }

    private void ReadEach(StatedLoad load, Clause clause, int previousEnd, int nextStart)
    {
        var end = Math.Min(nextStart, load.End + EachReach);
        if (end > clause.End && clause.Index + 1 < view.Clauses.Count && view.Clauses[clause.Index + 1].Sentence != clause.Sentence)
            end = clause.End;

        foreach (var (from, to) in new[] { (load.End, Math.Min(end, view.Text.Tokens.Length)), (Math.Max(Math.Max(clause.Start, previousEnd), load.Start - 3), load.Start) })
        {
            for (var at = from; at < to && !load.IsEach; at++)
            {
                if (!view.Text.Has(at, Cue.Each))
                    continue;

                var phrase = view.Text.Phrases[view.Text.PhraseAt[at]];
                var kind = phrase.Entry.Kind is { } named and not EquipmentKind.Unknown ? named : (EquipmentKind?)null;
                var isOfPrevious = at < load.Start && phrase.Start == previousEnd && previousEnd > clause.Start && phrase.End < load.Start;
                if (isOfPrevious || (at >= clause.End && IsOfWhatFollows(phrase, kind, nextStart)))
                    continue;

                load.IsEach = true;
                load.EachKind = kind;
            }
        }
    }

    // "2 kg. Each lap was hard", "ankle weights 1 kg, each hand 2 kg": of the laps, of the other load.
    private bool IsOfWhatFollows(Phrase each, EquipmentKind? kind, int nextStart) =>
        view.Clauses.FirstOrDefault(clause => each.Start < clause.End) is { } own && (nextStart < own.End || (kind is null && view.ContentWords(each.End, own.End) > 0));

    // "a pair of 5 lb dumbbells"
    private void ReadCount(StatedLoad load, Clause clause)
    {
        if (load.Count == 1 && view.AnyBetween(Math.Max(clause.Start, load.Start - 2), load.Start, Cue.Pair))
            load.Count = 2;
    }

    /// <summary>"From 8 to 10 kg", "8 kg -> 10 kg", "12 kg instead of 10 kg": only one of the two was carried.</summary>
    private void ReadProgress(int index, Clause clause)
    {
        var load = loads[index];
        var previous = index > 0 && loads[index - 1].Start >= clause.Start ? loads[index - 1] : null;
        if (previous is not null && load.Start - previous.End is >= 1 and <= 3 && Leads(previous.End, load.Start))
        {
            previous.IsDropped = true;
            load.IsAmbiguous = true;
        }
        else if (load.Start - 2 >= clause.Start && Leads(load.Start - 1, load.Start) && (view.Text.Tokens[load.Start - 2].Kind == TokenKind.Number || view.Text.Has(load.Start - 2, Cue.Number)))
        {
            load.IsAmbiguous = true;
        }

        if (view.AnyBetween(Math.Max(clause.Start, load.Start - 2), load.Start, Cue.Instead) && view.AnyBetween(clause.Start, load.Start - 1, Cue.Unit))
            load.IsDropped = true;
    }

    private bool Leads(int start, int end) => view.AnyBetween(start, end, Cue.UpTo) || view.Text.Tokens[start].IsSign('→');

    private bool IsDropped(StatedLoad load, Clause clause, IReadOnlyList<Mention> mentions)
    {
        var nearest = mentions.Count == 0 ? int.MaxValue : mentions.Where(mention => !mention.Is(Cue.Extra)).Select(mention => view.Distance(load.Start, load.End, mention.Start, mention.End)).DefaultIfEmpty(int.MaxValue).Min();
        foreach (var phrase in view.PhrasesOf(clause))
        {
            if (!phrase.Has(Cue.BodyMass | Cue.Gym | Cue.Thing | Cue.OtherDay | Cue.Plan | Cue.Formerly | Cue.Negation | Cue.OtherPerson))
                continue;

            var distance = view.Distance(load.Start, load.End, phrase.Start, phrase.End);
            var isBefore = phrase.End <= load.Start;
            if (phrase.Has(Cue.BodyMass | Cue.Gym) && distance <= OtherMassReach && distance < nearest)
                return true;

            if (nearest != int.MaxValue)
            {
                // "8 kg vest, last week 6 kg": the cue right before the load speaks of the load alone.
                if (phrase.Has(Cue.OtherDay | Cue.Formerly) && isBefore && distance == 0 && distance < nearest && view.AnyBetween(clause.Start, phrase.Start - 1, Cue.Unit))
                    return true;

                continue;
            }

            if (phrase.Has(Cue.Thing) && (distance <= 3 || isBefore))
                return true;

            if (phrase.Has(Cue.Gym) || (phrase.Has(Cue.OtherPerson) && isBefore) || (phrase.Has(Cue.Negation) && isBefore && distance <= 2) || (phrase.Has(Cue.Formerly) && isBefore && distance <= 1 && !load.IsAmbiguous && phrase.Start <= clause.Start + 1))
                return true;

            if (phrase.Has(Cue.OtherDay | Cue.Plan) && !view.Any(clause, Cue.Now))
                return true;
        }

        return load.IsMinus && nearest == int.MaxValue;
    }
}
