using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Rules;

/// <summary>Everything a rule may look at: one runner's history, and the week that is judged.</summary>
internal sealed class RuleContext
{
    private readonly (int From, int To) _tagged;

    /// <param name="history">The runner's history.</param>
    /// <param name="week">The week.</param>
    /// <param name="wantsNotes">Whether the answers are read by a person. Otherwise rules may leave out what can change no caution and no violation.</param>
    public RuleContext(History history, Week week, bool wantsNotes = true)
    {
        (History, Week, WantsNotes) = (history, week, wantsNotes);
        (FirstDay, LastDay) = (week.StartsOn.DayNumber, week.EndsOn.DayNumber);
        var first = history.Log.FirstFrom(FirstDay);
        Runs = (first, history.Log.FirstFrom(LastDay + 1));
        Counted = history.CountedBetween(FirstDay, LastDay);
        _tagged = (History.FirstFrom(history.Tagged, FirstDay), History.FirstFrom(history.Tagged, LastDay + 1));
    }

    public History History { get; }

    public Week Week { get; }

    public bool WantsNotes { get; }

    public Thresholds Thresholds => History.Thresholds;

    public int FirstDay { get; }

    public int LastDay { get; }

    /// <summary>The week's runs, by position.</summary>
    public (int From, int To) Runs { get; }

    /// <summary>The week's counted runs, by position.</summary>
    public (int From, int To) Counted { get; }

    public int CountedSessions => Counted.To - Counted.From;

    public ReadOnlySpan<Session> Sessions => History.Runs.AsSpan(Runs.From, Runs.To - Runs.From);

    public ReadOnlySpan<TaggedRun> CountedRuns => History.Counted.AsSpan(Counted.From, CountedSessions);

    public ReadOnlySpan<TaggedRun> Tagged => History.Tagged.AsSpan(_tagged.From, _tagged.To - _tagged.From);

    /// <summary>Age in the year of the week's last day; null when the birth year is unknown.</summary>
    public int? Age => Week.EndsOn.Year - History.Profile.BirthYear;

    public bool IsOlderRunner => Age >= Thresholds.OlderRunnerAge;

    /// <summary>Whether all is known from a day on.</summary>
    public bool IsKnownFrom(int day) => History.Log.SyncedFrom is { } from && from.DayNumber <= day;
}
