using WeightedRun.Analysis.Loads.Clauses;
using WeightedRun.Analysis.Loads.Lexicon;

namespace WeightedRun.Analysis.Loads.Grammar;

/// <summary>
/// Gives each load to the equipment that carries it: the nearest in its clause, else the nearest in a neighbouring clause
/// when its own holds nothing but the load ("vested 5 miler, 12 lbs").
/// </summary>
internal sealed class LoadAssignment(ClauseView view, List<StatedLoad> loads, List<Mention> mentions, Clause[] clauseOf)
{
    // Equipment first; then words for weight; words that prove nothing last.
    private static readonly Cue[] Ranks = [Cue.Sure | Cue.Soft | Cue.Vague | Cue.Pushed | Cue.Worn | Cue.Dragged, Cue.Generic | Cue.Murph, Cue.Carried, Cue.Extra];

    private const int ClausesBack = 3;
    private const int ClausesAhead = 1;
    private const int MaxOtherWords = 2;

    private readonly ILookup<int, Mention> _byClause = mentions.ToLookup(mention => mention.Clause.Index);
    private readonly Dictionary<int, int> _firstLoad = loads.GroupBy(load => clauseOf[load.Start].Index).ToDictionary(clause => clause.Key, clause => clause.First().Start);

    public void Assign()
    {
        var context = new LoadContext(view, loads);
        for (var i = 0; i < loads.Count; i++)
            context.Read(i, clauseOf[loads[i].Start], [.. _byClause[clauseOf[loads[i].Start].Index]]);

        foreach (var load in Open())
            GiveInClause(load, Ranks.AsSpan(0, 2));

        foreach (var load in Open())
            GiveToNeighbour(load);

        foreach (var load in Open())
            GiveInClause(load, Ranks.AsSpan(2));

        // "vest 8 kg and ankle weights 2 kg, 10 kg total": their sum.
        foreach (var total in Open().Where(load => load.IsTotal && mentions.Count(mention => mention.Load is not null) > 1))
            total.IsDropped = true;
    }

    private IEnumerable<StatedLoad> Open() => loads.Where(load => !load.IsDropped && !load.IsIncrement && !load.IsTaken);

    private void GiveInClause(StatedLoad load, ReadOnlySpan<Cue> ranks)
    {
        var own = _byClause[clauseOf[load.Start].Index].ToList();
        foreach (var rank in ranks)
        {
            var ranked = own.FindAll(mention => mention.Is(rank) && Suits(load, mention));
            if (ranked.Count == 0)
                continue;

            // "vest 10 kg ankle weights 1 kg" names the piece first, "10 kg vest 1 kg ankle weights" the load; the clause's first word tells which.
            var isPieceFirst = ranked[0].Start < _firstLoad[clauseOf[load.Start].Index];
            var nearest = ranked.Where(mention => mention.Load is null)
                .OrderBy(mention => view.Distance(load.Start, load.End, mention.Start, mention.End)).ThenBy(mention => mention.Start < load.Start == isPieceFirst ? 0 : 1).FirstOrDefault();
            if (nearest is not null)
                Give(load, nearest);
            else if (load.IsTotal && ranked.Count == 1)
                Give(load, ranked[0]);

            return;
        }
    }

    private void GiveToNeighbour(StatedLoad load)
    {
        var clause = clauseOf[load.Start];
        if (OtherWords(load, clause) > MaxOtherWords)
            return;

        for (var back = 1; back <= ClausesBack && clause.Index - back >= 0; back++)
        {
            var neighbour = view.Clauses[clause.Index - back];
            if (neighbour.Sentence < clause.Sentence - (OtherWords(load, clause) == 0 ? 1 : 0))
                break;

            if (GiveTo(load, neighbour))
                return;
        }

        for (var ahead = 1; ahead <= ClausesAhead && clause.Index + ahead < view.Clauses.Count; ahead++)
        {
            var neighbour = view.Clauses[clause.Index + ahead];
            if (neighbour.Sentence != clause.Sentence || GiveTo(load, neighbour))
                return;
        }
    }

    // "1 kg per ankle and 8 kg vest"
    private static bool Suits(StatedLoad load, Mention mention) => load.EachKind is null || mention.Kind == load.EachKind || mention.Kind == EquipmentKind.Unknown;

    private bool GiveTo(StatedLoad load, Clause neighbour)
    {
        var taker = Ranks[..2].Select(rank => _byClause[neighbour.Index].LastOrDefault(mention => mention.Is(rank) && Suits(load, mention) && (mention.Load is null || (load.IsTotal && mentions.Count(other => other.Load is not null) == 1)))).FirstOrDefault(mention => mention is not null);
        if (taker is null)
            return false;

        Give(load, taker);
        return true;
    }

    private int OtherWords(StatedLoad load, Clause clause) =>
        Others(clause.Start, load.Start) + Others(load.End, clause.End);

    // "only an extra 2 kg", "8 kg today": the words of a load; anything else may be what weighs that much.
    private int Others(int start, int end)
    {
        var count = 0;
        for (var at = start; at < end; at++)
        {
            if (view.ContentWords(at, at + 1) > 0 && !view.Text.Has(at, Cue.Total | Cue.Now | Cue.Run | Cue.Each | Cue.Extra | Cue.Measure | Cue.Pair | Cue.Then | Cue.UpTo | Cue.Harmless | Cue.Partly | Cue.Weighs))
                count++;
        }

        return count;
    }

    private static void Give(StatedLoad load, Mention mention)
    {
        mention.Load = load;
        load.IsTaken = true;
    }
}
