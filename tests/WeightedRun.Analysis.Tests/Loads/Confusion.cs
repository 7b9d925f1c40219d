using System.Globalization;
using WeightedRun.Analysis.Loads;

namespace WeightedRun.Analysis.Tests.Loads;

/// <summary>How the tagger does on labelled runs: counts, figures, and what went wrong.</summary>
internal sealed class Confusion
{
    // The article's rules look at tenths of a kilogram; 0.06 kg is the rounding of a label.
    private const double LoadTolerance = 0.06;

    private readonly Dictionary<(string Label, TagOutcome Outcome), int> _table = [];
    private int _equipmentRight;
    private int _loads;
    private int _loadsRight;
    private int _asks;
    private int _asksAsked;

    public Confusion(IEnumerable<LabelledRun> runs)
    {
        foreach (var run in runs)
            Count(run, LoadTagger.Decide(run.Input));
    }

    public List<string> Wrong { get; } = [];

    public double Precision => Share(Of("tag", TagOutcome.Weighted), Of("tag", TagOutcome.Weighted) + Of("ignore", TagOutcome.Weighted));

    public double Recall => Share(Of("tag", TagOutcome.Weighted), Of("tag", TagOutcome.Weighted) + Of("tag", TagOutcome.Suspected) + Of("tag", TagOutcome.NotWeighted));

    public double Equipment => Share(_equipmentRight, Of("tag", TagOutcome.Weighted));

    public double Load => Share(_loadsRight, _loads);

    public double Asked => Share(_asksAsked, _asks);

    /// <summary>Runs to be asked about that had no weight, and were tagged all the same.</summary>
    public int FirmOnUnweightedAsks => Of("ask, without weight", TagOutcome.Weighted);

    /// <summary>Real runs without weight that were tagged.</summary>
    public int FalseOnReal { get; private set; }

    public override string ToString()
    {
        var lines = new List<string> { $"{"label",-20} {"weighted",9} {"suspected",9} {"not",9}" };
        lines.AddRange(_table.Keys.Select(key => key.Label).Distinct().Order(StringComparer.Ordinal)
            .Select(label => $"{label,-20} {Of(label, TagOutcome.Weighted),9} {Of(label, TagOutcome.Suspected),9} {Of(label, TagOutcome.NotWeighted),9}"));
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"precision {Precision:0.000}, recall {Recall:0.000}, equipment {Equipment:0.000}, load {Load:0.000} of {_loads}, asks asked {Asked:0.000} of {_asks}"));
        return string.Join('\n', lines.Concat(Wrong));
    }

    private void Count(LabelledRun run, TagDecision decision)
    {
        var label = run.Treatment == "ask" ? run.Weighted ? "ask, with weight" : "ask, without weight" : run.Treatment;
        _table[(label, decision.Outcome)] = Of(label, decision.Outcome) + 1;
        var isFirm = decision.Outcome == TagOutcome.Weighted;
        if (run.Treatment == "ask")
        {
            var isAsked = decision.Outcome == TagOutcome.Suspected || decision.Questions.Count > 0;
            _asks++;
            _asksAsked += isAsked ? 1 : 0;
            Note(run, isAsked ? isFirm && !run.Weighted ? "tagged without asking" : null : "not asked");
            return;
        }

        Note(run, isFirm == run.Weighted ? null : isFirm ? "false tag" : $"missed: {decision.Outcome}");
        FalseOnReal += isFirm && !run.Weighted && run.Real ? 1 : 0;
        if (isFirm && run.Weighted)
            CountPieces(run, decision);
    }

    private void CountPieces(LabelledRun run, TagDecision decision)
    {
        var isEquipmentRight = EquipmentNames.Of(decision.Pieces[0].Kind) == run.Equipment;
        _equipmentRight += isEquipmentRight ? 1 : 0;
        Note(run, isEquipmentRight ? null : $"equipment {decision.Pieces[0].Kind}, expected {run.Equipment}");
        if (run.LoadKg is null || run.LoadAmbiguous)
        {
            Note(run, run.LoadKg is null && decision.TotalLoad is not null ? "a load out of nowhere" : null);
            return;
        }

        var isLoadRight = decision.TotalLoad is { } load && Math.Abs(load.Kilograms - run.LoadKg.Value) <= LoadTolerance;
        _loads++;
        _loadsRight += isLoadRight ? 1 : 0;
        Note(run, isLoadRight ? null : $"load {decision.TotalLoad?.Kilograms.ToString("0.##", CultureInfo.InvariantCulture) ?? "open"}, expected {run.LoadKg}");
    }

    private void Note(LabelledRun run, string? problem)
    {
        if (problem is not null)
            Wrong.Add($"  {run.Id}: {problem} ({run.Why})");
    }

    private int Of(string label, TagOutcome outcome) => _table.GetValueOrDefault((label, outcome));

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
