using WeightedRun.Analysis.Advice;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;
using WeightedRun.Worker.Digest;
using WeightedRun.Worker.Digest.Sentences;

namespace WeightedRun.Worker.Tests.Digest;

/// <summary>No language lacks a sentence: every rule in every severity for every reason, every tip, question and word.</summary>
public sealed class DigestSentencesTests
{
    private static readonly string[] Names =
    [
        "sessions", "days", "weeks", "load_kg", "load_percent", "load_per_side_kg", "body_mass_kg", "distance_m", "increase_percent", "increase_kg", "longest_distance_m", "usual_distance_m",
        "established_load_kg", "stage_weeks", "stage_sessions", "recent_runs", "break_days", "running_break_days", "runs_back", "days_back", "flat_pace_s_per_km", "usual_pace_s_per_km",
        "pace_s_per_km", "slower_percent", "avg_hr_bpm", "hr_percent", "hr_rise_percent", "usual_hr_bpm", "load_kg_km", "usual_load_kg_km", "change_percent",
    ];

    // Some rules compare with another limit when this one is not there.
    private static readonly Dictionary<string, string> OptionalLimits = new()
    {
        ["effort.heart-rate"] = "usual_hr_bpm",
        ["equipment.dumbbells"] = "distance_m",
        ["load.beginner-ramp"] = "load_percent",
    };

    // A reason says either what was missing or what a finding is worth, and then stands beside its numbers.
    private static readonly string[] Reasons = [.. typeof(RuleBook).Assembly.GetType("WeightedRun.Analysis.Rules.Reasons", throwOnError: true)!.GetEnumNames().Where(name => name != "None").Select(CodeOf)];

    public static IEnumerable<TheoryDataRow<string, string>> LanguagesAndRules() =>
        from language in Enum.GetNames<DigestLanguage>() from rule in RuleBook.Codes select new TheoryDataRow<string, string>(language, rule);

    public static IEnumerable<TheoryDataRow<string>> Languages() => Enum.GetNames<DigestLanguage>().Select(language => new TheoryDataRow<string>(language));

    [Theory]
    [MemberData(nameof(LanguagesAndRules))]
    public void Every_rule_has_its_sentences_in_every_severity_for_every_reason(string language, string rule)
    {
        var sentences = In(language);
        Measure[] measures = [.. Names.Select(name => new Measure(name, 12))];
        var fewer = measures.Where(measure => measure.Name != OptionalLimits.GetValueOrDefault(rule)).ToArray();
        foreach (var (severity, reason, subject) in from severity in Enum.GetValues<Severity>() from reason in Reasons.Prepend("") from subject in new[] { "activity:1", "week:2025-W10" } select (severity, reason, subject))
        {
            var finding = new Evaluation { Rule = rule, Subject = subject, Outcome = Outcome.Finding, Severity = severity, Observed = measures, Limits = measures, Reasons = reason.Length == 0 ? [] : [reason] };
            foreach (var said in new[] { finding, finding with { Limits = fewer } })
            {
                Assert.EndsWith(".", sentences.What(said, "Monday"), StringComparison.Ordinal);
                Assert.DoesNotContain("!", sentences.What(said, "Monday") + sentences.Advice(said), StringComparison.Ordinal);
            }

            Assert.True(rule.StartsWith("positive.", StringComparison.Ordinal) || sentences.Advice(finding).EndsWith('.'), sentences.Advice(finding));
        }

        Assert.StartsWith($"{rule}, ", sentences.Why(rule), StringComparison.Ordinal);
        Assert.NotEmpty(sentences.RuleName(rule));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_reason_says_what_was_missing_or_what_it_adds(string language)
    {
        var sentences = In(language);
        Assert.All(Reasons, reason =>
        {
            var missing = Record.Exception(() => Assert.EndsWith(".", sentences.NotChecked("pace.chasing", reason), StringComparison.Ordinal));
            var remark = Record.Exception(() => Assert.Matches(@"\.$|^$", sentences.Remark(reason)));
            Assert.True(missing is null || remark is null, reason);
        });
        Assert.All(["distance.longer-than-usual", "pace.chasing", "positive.patient-pace", "positive.unweighted-benefit"], rule => Assert.Contains("5", sentences.TooLittle(rule, "5", "6"), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_tip_question_and_word_is_there(string language)
    {
        var sentences = In(language);
        Assert.All(Tips.Codes, code => Assert.EndsWith(".", sentences.Tip(code), StringComparison.Ordinal));
        Assert.All(Enum.GetValues<DigestQuestionKind>(), kind => Assert.Contains("\"Vest\"", sentences.Question(kind, "\"Vest\"", new DateOnly(2025, 3, 6)), StringComparison.Ordinal));
        Assert.All(Enum.GetValues<LoadSource>(), source => Assert.NotEmpty(sentences.Evidence(source)));
        Assert.All(Enum.GetValues<EquipmentKind>(), kind => Assert.NotEmpty(sentences.Equipment(kind)));
        Assert.All(Enum.GetValues<DigestTone>(), tone => Assert.NotEmpty(sentences.Headings[tone]));
        Assert.All(typeof(DigestHeadings).GetProperties().Where(property => property.PropertyType == typeof(string) && property.GetIndexParameters().Length == 0), property => Assert.NotEmpty((string)property.GetValue(sentences.Headings)!));
        Assert.All(Enum.GetValues<ConnectionTroubleKind>(), kind => Assert.Contains("Garmin", sentences.Trouble(new ConnectionTrouble(kind, "Garmin", new DateOnly(2025, 3, 6))), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_verdict_has_its_words(string language)
    {
        var sentences = In(language);
        foreach (var (weighted, tone, count) in from weighted in Enumerable.Range(0, 6) from tone in Enum.GetValues<DigestTone>() from count in Enumerable.Range(0, 4) select (weighted, tone, count))
        {
            var week = new WeekSummary(Analysis.Runs.Week.Containing(new DateOnly(2025, 3, 3)), weighted, 6, 3, tone, count);
            Assert.EndsWith(".", sentences.Verdict(week), StringComparison.Ordinal);
            Assert.InRange(sentences.Subject(week).Length, 10, 50);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void An_unknown_code_has_no_sentence(string language)
    {
        var sentences = In(language);
        var unknown = new Evaluation { Rule = "unknown", Subject = "week:2025-W10", Outcome = Outcome.Finding };
        Assert.Throws<ArgumentException>(() => sentences.Tip("tip.unknown"));
        Assert.Throws<ArgumentException>(() => sentences.What(unknown, null));
        Assert.Throws<ArgumentException>(() => sentences.Advice(unknown));
        Assert.Throws<ArgumentException>(() => sentences.Why("unknown"));
        Assert.Throws<ArgumentException>(() => sentences.RuleName("unknown"));
        Assert.Throws<ArgumentException>(() => sentences.Remark("UNKNOWN"));
        Assert.Throws<ArgumentException>(() => sentences.NotChecked("pace.chasing", "UNKNOWN"));
        Assert.Throws<ArgumentException>(() => sentences.TooLittle("unknown", "1", "2"));
    }

    [Fact]
    public void Two_languages_share_no_sentence()
    {
        var (english, german) = (In(nameof(DigestLanguage.English)), In(nameof(DigestLanguage.German)));
        Assert.All(Tips.Codes, code => Assert.NotEqual(english.Tip(code), german.Tip(code)));
        Assert.All(RuleBook.Codes, rule => Assert.NotEqual(english.Why(rule), german.Why(rule)));
    }

    private static DigestSentences In(string language) => DigestSentences.In(Enum.Parse<DigestLanguage>(language), isImperial: false);

    private static string CodeOf(string name) => string.Concat(name.Select((letter, at) => at > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{letter}")).ToUpperInvariant();
}
