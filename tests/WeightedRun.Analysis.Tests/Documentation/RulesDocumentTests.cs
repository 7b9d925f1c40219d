using System.Text;
using System.Text.RegularExpressions;
using WeightedRun.Analysis.Advice;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Tests.Properties;

namespace WeightedRun.Analysis.Tests.Documentation;

/// <summary><c>docs/rules.md</c> says of every rule, tip and limit what it is: none forgotten, none invented.</summary>
public sealed partial class RulesDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(RootAbove(AppContext.BaseDirectory), "docs", "rules.md"));

    private static readonly Dictionary<string, string[]> Rows = RuleRow().Matches(Document).ToDictionary(row => row.Groups["code"].Value, row => row.Value.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    [Fact]
    public void Every_rule_has_its_row_in_the_order_in_which_it_is_asked() => Assert.Equal(RuleBook.Codes, Rows.Keys);

    [Fact]
    public void Every_row_has_severity_formula_grade_source_and_sentence_and_an_anchor_for_links()
    {
        Assert.All(Rows, row =>
        {
            Assert.Equal(6, row.Value.Length);
            Assert.All(row.Value, cell => Assert.NotEmpty(cell));
            Assert.Contains($"<a id=\"{row.Key.Replace('.', '-')}\"></a>", row.Value[0], StringComparison.Ordinal);
            Assert.Matches("^[icvp]( [icvp])*$", row.Value[1]);
            Assert.Matches(@"^(article|study|product)( \(10\))?(, (article|study|product))?$", row.Value[3]);
        });
    }

    [Fact]
    public void No_finding_of_a_thousand_weeks_has_a_severity_that_its_row_does_not_name()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var runner = new RandomRunner(seed);
            var report = ComplianceAnalyzer.Analyze(RandomRunner.Log(runner.Runs), runner.Profile, Thresholds.Default, RandomRunner.LastWeek);
            foreach (var finding in report.Evaluations.Where(evaluation => evaluation.Severity is not null))
                Assert.True(Rows[finding.Rule][1].Contains(LetterOf(finding.Severity!.Value)), $"{finding.Rule} can be {finding.Severity}");
        }
    }

    [Fact]
    public void The_table_of_limits_has_every_name_of_the_thresholds_file_with_its_default()
    {
        var limits = LimitRow().Matches(Document).ToDictionary(row => row.Groups["key"].Value, row => row.Groups["numbers"].Value);
        Assert.Equal(ThresholdsFile.Keys, limits.Keys);
        Assert.All(limits, limit =>
        {
            var value = limit.Value.Contains(',') ? $"[{limit.Value}]" : limit.Value;
            Assert.Equal(Thresholds.Default, ThresholdsFile.Parse(Encoding.UTF8.GetBytes($$"""{"{{limit.Key}}": {{value}}}""")));
        });
    }

    [Fact]
    public void Every_tip_is_named() => Assert.All(Tips.Codes, code => Assert.Contains($"`{code}`", Document, StringComparison.Ordinal));

    private static char LetterOf(Severity severity) => severity switch
    {
        Severity.Positive => 'p',
        Severity.Info => 'i',
        Severity.Caution => 'c',
        _ => 'v',
    };

    private static string RootAbove(string folder) => File.Exists(Path.Combine(folder, "WeightedRun.sln")) ? folder : RootAbove(Path.GetDirectoryName(folder)!);

    [GeneratedRegex(@"^\| <a id=""[^""]*""></a>`(?<code>[a-z.-]+)` \|.*\|$", RegexOptions.Multiline)]
    private static partial Regex RuleRow();

    [GeneratedRegex(@"^\| `(?<key>[a-z_]+)` \| (?<numbers>[0-9., ]+) \|", RegexOptions.Multiline)]
    private static partial Regex LimitRow();
}
