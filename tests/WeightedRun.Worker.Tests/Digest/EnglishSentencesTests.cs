using WeightedRun.Analysis.Advice;
using WeightedRun.Analysis.Rules;
using WeightedRun.Worker.Digest;

namespace WeightedRun.Worker.Tests.Digest;

public sealed class EnglishSentencesTests
{
    private static readonly string[] Names =
    [
        "sessions", "days", "weeks", "load_kg", "load_percent", "load_per_side_kg", "body_mass_kg", "distance_m", "increase_percent", "increase_kg", "longest_distance_m", "usual_distance_m",
        "established_load_kg", "stage_weeks", "stage_sessions", "recent_runs", "break_days", "running_break_days", "runs_back", "days_back", "flat_pace_s_per_km", "usual_pace_s_per_km",
        "pace_s_per_km", "slower_percent", "avg_hr_bpm", "hr_percent", "load_kg_km", "usual_load_kg_km", "change_percent",
    ];

    public static IEnumerable<TheoryDataRow<string>> Codes() => RuleBook.Codes.Select(code => new TheoryDataRow<string>(code));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_rule_has_its_sentences(string code)
    {
        Measure[] measures = [.. Names.Select(name => new Measure(name, 12))];
        var finding = new Evaluation { Rule = code, Subject = "activity:1", Outcome = Outcome.Finding, Severity = Severity.Caution, Observed = measures, Limits = measures };
        var rules = new EnglishRules(new DigestUnits(false));
        foreach (var reasons in new string[][] { [], ["RUNNING_BREAK"], ["LOAD_AFTER_BREAK"], ["FALLING"], ["ALL_RUNS_WEIGHTED", "IRONMAN"], ["WEIGHTED_BEST"], ["ESTIMATED"] })
        {
            Assert.EndsWith(".", rules.What(finding with { Reasons = reasons }, "Monday"), StringComparison.Ordinal);
            Assert.DoesNotContain("!", rules.What(finding with { Reasons = reasons }, "Monday") + rules.Advice(finding with { Reasons = reasons }), StringComparison.Ordinal);
        }

        if (!code.StartsWith("positive.", StringComparison.Ordinal))
            Assert.NotEmpty(rules.Advice(finding));

        Assert.StartsWith(code, EnglishReasons.Why(code), StringComparison.Ordinal);
        Assert.NotEqual(code, EnglishReasons.Why(code));
    }

    [Fact]
    public void Every_tip_has_its_sentence() => Assert.All(Tips.Codes, code => Assert.NotEmpty(EnglishTips.Of(code)));

    [Fact]
    public void An_unknown_code_has_none()
    {
        Assert.Throws<ArgumentException>(() => EnglishTips.Of("tip.unknown"));
        Assert.Throws<ArgumentException>(() => new EnglishRules(new DigestUnits(false)).What(new Evaluation { Rule = "unknown", Subject = "week:2025-W10", Outcome = Outcome.Finding }, null));
    }
}
