using WeightedRun.Analysis.Rules;
using WeightedRun.Worker.Digest;

namespace WeightedRun.Worker.Tests.Digest;

public sealed class EnglishSentencesTests
{
    public static IEnumerable<TheoryDataRow<string>> Codes() => RuleBook.Rules.Select(rule => new TheoryDataRow<string>(rule.Code));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_rule_has_its_sentences(string code)
    {
        Measure[] measures = [new("sessions", 4), new("load_kg", 8), new("load_percent", 12), new("distance_m", 8000), new("increase_percent", 20), new("longest_distance_m", 6000)];
        var finding = new Evaluation { Rule = code, Subject = "week:2025-W10", Outcome = Outcome.Finding, Severity = Severity.Caution, Observed = measures, Limits = measures };
        Assert.NotEmpty(new EnglishSentences(new DigestUnits(false)).What(finding, "Monday"));
        Assert.NotEmpty(EnglishSentences.Advice(finding));
        Assert.StartsWith(code, EnglishSentences.Why(code), StringComparison.Ordinal);
        Assert.NotEqual(code, EnglishSentences.Why(code));
    }
}
