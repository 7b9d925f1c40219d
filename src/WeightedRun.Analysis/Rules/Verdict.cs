using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Rules;

/// <summary>
/// An answer while it is being made: a value in a reused array, because the streak of good weeks asks all rules about every past week.
/// It starts as "does not concern it".
/// </summary>
internal struct Verdict
{
    public IRule Rule;
    public Subject Subject;
    public Outcome Outcome;
    public Severity? Severity;
    public Reasons Reasons;
    public IRule? SuppressedBy;
    public double? Have;
    public double? Need;

    /// <summary>The counted runs concerned, by their position among all counted runs: from the first up to but without the second.</summary>
    public (int From, int To) Counted;

    /// <summary>Only those of <see cref="Counted"/> with something on the trunk are concerned.</summary>
    public bool IsTorsoOnly;

    /// <summary>The load was judged against what was carried before a break, even if it passed.</summary>
    public bool ReplacesLoadJump;

    private Measures _observed;
    private Measures _limits;

    public readonly bool IsFinding => Outcome == Outcome.Finding;

    [UnscopedRef]
    public readonly ReadOnlySpan<Measure> Observed => _observed.AsSpan();

    [UnscopedRef]
    public readonly ReadOnlySpan<Measure> Limits => _limits.AsSpan();

    public void Conclude(Severity? severity)
    {
        Severity = severity;
        Outcome = severity is null ? Outcome.Pass : Outcome.Finding;
    }

    public void Lack(Reasons missing, double? have = null, double? need = null)
    {
        Outcome = Outcome.InsufficientData;
        Reasons |= missing;
        Have = have;
        Need = need;
    }

    public void Observe(string name, double? value) => _observed.Add(name, value);

    public void Limit(string name, double? value) => _limits.Add(name, value);

    private struct Measures
    {
        private Row _row;
        private int _count;

        [UnscopedRef]
        public readonly ReadOnlySpan<Measure> AsSpan() => ((ReadOnlySpan<Measure>)_row)[.._count];

        public void Add(string name, double? value)
        {
            if (value is { } number)
                _row[_count++] = new Measure(name, number);
        }
    }

    [InlineArray(6)]
    private struct Row
    {
        private Measure _first;
    }
}

/// <summary>What a verdict is about; the text of it is made only for a report.</summary>
internal readonly record struct Subject(SubjectKind Kind, int Day = 0, Session? Run = null)
{
    public static Subject Of(Session run) => new(SubjectKind.Activity, run.Day, run);

    public string Text(Week week) => Kind switch
    {
        SubjectKind.Activity => $"activity:{Run!.Id.Value}",
        SubjectKind.Date => $"date:{Date}",
        SubjectKind.Streak => $"streak:{Date}",
        SubjectKind.Trend => $"trend:{Date}",
        _ => $"week:{week.Label}",
    };

    private string Date => DateOnly.FromDayNumber(Day).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}

internal enum SubjectKind
{
    Week,
    Activity,
    Date,
    Streak,
    Trend,
}
