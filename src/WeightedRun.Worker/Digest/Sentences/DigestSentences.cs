using System.Globalization;
using WeightedRun.Analysis.Forecasts;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Digest.Sentences.English;
using WeightedRun.Worker.Digest.Sentences.German;

namespace WeightedRun.Worker.Digest.Sentences;

/// <summary>Every sentence of the digest in one language. Numbers before adjectives, no guilt, "about" for estimates. A language that lacks one does not compile, or fails a test.</summary>
internal abstract class DigestSentences(DigestUnits units)
{
    public DigestUnits Units { get; } = units;

    protected CultureInfo Culture => Units.Culture;

    /// <summary>The language as HTML names it.</summary>
    public abstract string Code { get; }

    public abstract DigestHeadings Headings { get; }

    public static DigestSentences In(DigestLanguage language, bool isImperial) => language == DigestLanguage.German
        ? new GermanSentences(new DigestUnits(isImperial, DigestCultures.German))
        : new EnglishSentences(new DigestUnits(isImperial, DigestCultures.English));

    /// <summary>The day of a date, such as "Thursday".</summary>
    public string DayName(DateOnly date) => date.ToString("dddd", Culture);

    /// <summary>Such as "Thu 6".</summary>
    public abstract string ShortDay(DateOnly date);

    /// <summary>Such as "6 March".</summary>
    public abstract string Date(DateOnly date);

    public abstract string Moment(DateTime moment);

    public abstract string Period(DateOnly from, DateOnly until);

    public abstract string Subject(WeekSummary week);

    public abstract string Verdict(WeekSummary week);

    public abstract string Preheader(Allowance next);

    public abstract string NextWeek(Allowance week);

    /// <summary>How many weighted runs of how many, in the table and in the chart.</summary>
    public abstract string SessionsOf(string sessions, int limit);

    public abstract DigestTableLabels Labels { get; }

    /// <summary>What a finding says, with its numbers.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="day">The day it is about; null for the week.</param>
    /// <exception cref="ArgumentException">The rule has no sentence.</exception>
    public abstract string What(Evaluation finding, string? day);

    /// <summary>What a reason adds to a finding; empty where the finding's own sentence says it already.</summary>
    /// <exception cref="ArgumentException">The reason has no sentence.</exception>
    public abstract string Remark(string reason);

    public abstract string TheSameOn(IReadOnlyList<DateOnly> dates);

    /// <summary>What to do next; empty where there is nothing to do.</summary>
    public abstract string Advice(Evaluation finding);

    /// <summary>Where a rule comes from, its code first.</summary>
    /// <exception cref="ArgumentException">The rule has no sentence.</exception>
    public abstract string Why(string rule);

    /// <summary>What a rule looks at, in a word or two.</summary>
    /// <exception cref="ArgumentException">The rule has no name.</exception>
    public abstract string RuleName(string rule);

    /// <summary>What a reason kept from being checked, and what would mend it.</summary>
    /// <exception cref="ArgumentException">The reason has no sentence.</exception>
    public abstract string NotChecked(string rule, string reason);

    /// <summary>What there is too little of.</summary>
    /// <exception cref="ArgumentException">The rule has no sentence.</exception>
    public abstract string TooLittle(string rule, string have, string need);

    public abstract string MoreFindings(int count);

    public abstract string MoreRuns(int count);

    /// <exception cref="ArgumentException">The tip has no sentence.</exception>
    public abstract string Tip(string code);

    public abstract string Equipment(EquipmentKind kind);

    public abstract string Evidence(LoadSource source);

    public abstract string Load(CarriedLoad? load);

    /// <param name="kind">What is asked.</param>
    /// <param name="run">The run in words: its title or its length.</param>
    /// <param name="date">Its date.</param>
    public abstract string Question(DigestQuestionKind kind, string run, DateOnly date);

    public abstract DigestLinkWords LinkWords { get; }

    public abstract string Trouble(ConnectionTrouble trouble);

    public abstract string TroubleSubject(ConnectionTrouble trouble);

    public abstract string Stale(DateTime since);

    public abstract string FirstWeek(int daysKnown, IReadOnlyList<(string Rule, DateOnly From)> later);

    public abstract string LastQuietWeek { get; }

    public abstract string Corrected(CorrectedWeek week);

    public abstract string RecordedWith(string device);

    public abstract string AsOf(DateTime asOf, DateTime? newest);

    public abstract string WhyThisCame { get; }

    protected static int NumberOf(Week week) => int.Parse(week.Label.AsSpan(6), CultureInfo.InvariantCulture);

    protected static string Join(IReadOnlyList<string> items, string and) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.Take(items.Count - 1))} {and} {items[^1]}";
}

/// <summary>A week at a glance, as the verdict and the subject say it.</summary>
internal sealed record WeekSummary(Week Week, int WeightedRuns, int Runs, int Limit, DigestTone Tone, int ThingsToChange);

/// <summary>The rows of the week's table.</summary>
internal sealed record DigestTableLabels(string WeightedRuns, string HeaviestLoad, string LoadDistance, string WeightedDistance, string AllRunning);

/// <summary>The words of the links.</summary>
internal sealed record DigestLinkWords(string Fix, string Source, string Yes, string No, string Never, string Tell, string Reconnect, string Renew, string Report, string Settings, string Unsubscribe);
