namespace WeightedRun.Analysis.Rules;

/// <summary>The verdicts on one week, in the order of the rule book; emptied and used again for the next week.</summary>
internal sealed class Verdicts
{
    // A week with two weighted runs has 37.
    private const int Usual = 40;

    private Verdict[] _verdicts = new Verdict[Usual];
    private int _count;

    public Span<Verdict> All => _verdicts.AsSpan(0, _count);

    public void Clear() => _count = 0;

    /// <summary>A new verdict to fill in; the reference holds until the next one is added.</summary>
    public ref Verdict Add(IRule rule, Subject subject)
    {
        if (_count == _verdicts.Length)
            Array.Resize(ref _verdicts, 2 * _count);

        ref var verdict = ref _verdicts[_count++];
        verdict = default;
        verdict.Rule = rule;
        verdict.Subject = subject;
        return ref verdict;
    }

    /// <summary>A verdict on each tagged run of the week; one on the week when there is none.</summary>
    public void AddEach(IRunRule rule, RuleContext week)
    {
        foreach (var run in week.Tagged)
            rule.Judge(run, week, ref Add(rule, Subject.Of(run.Session)));

        if (week.Tagged.Length == 0)
            Add(rule, default);
    }

    /// <summary>Forgets what a rule said that then broke, and says so.</summary>
    public void Replace(int from, IRule broken)
    {
        _count = from;
        Add(broken, default).Outcome = Outcome.Error;
    }

    public bool Finds(IRule rule) => Finds(rule, static (in _) => true);

    public bool Finds(IRule rule, VerdictTest test)
    {
        foreach (ref readonly var verdict in All)
        {
            if (verdict.Rule == rule && verdict.IsFinding && test(verdict))
                return true;
        }

        return false;
    }
}

internal delegate bool VerdictTest(in Verdict verdict);
