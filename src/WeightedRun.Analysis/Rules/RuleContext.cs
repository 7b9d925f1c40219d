using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Rules;

/// <summary>Everything a rule may look at: one runner's log, what they have told of themselves, the numbers in force, one week.</summary>
public sealed record RuleContext(TrainingLog Log, RunnerProfile Profile, Thresholds Thresholds, Week Week)
{
    /// <summary>The week's runs.</summary>
    public IReadOnlyList<Session> Sessions { get; } = Log.In(Week);

    /// <summary>The week as a subject.</summary>
    public string WeekSubject => $"week:{Week.Label}";

    /// <summary>Age in the year of the week's last day; null when the birth year is unknown.</summary>
    public int? Age => Week.EndsOn.Year - Profile.BirthYear;

    /// <summary>Body mass on a run's date.</summary>
    public Mass? BodyMassOf(Session session) => Profile.BodyMassOn(session.Date)?.Mass;

    /// <summary>The week's runs that count as weighted.</summary>
    public IEnumerable<Session> CountedSessions => Sessions.Where(session => session.IsCounted(BodyMassOf(session)));
}
