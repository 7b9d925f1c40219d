using System.Text;
using WeightedRun.Analysis.Rules;

namespace WeightedRun.Analysis.Tests.Rules;

public sealed class ThresholdsFileTests
{
    [Theory]
    [InlineData("""{"max_sessions_per_week": 4}""", "max_sessions_per_week", "4", "3")]
    [InlineData("""{"recommended_days": 3}""", "recommended_days", "3", "2")]
    [InlineData("""{"older_runner_age": 51}""", "older_runner_age", "51", "50")]
    [InlineData("""{"bw_bands": [10, 15, 25]}""", "bw_bands", "[10, 15, 25]", "[10, 15, 20]")]
    [InlineData("""{"spike": [11, 30, 100]}""", "spike", "[11, 30, 100]", "[10, 30, 100]")]
    [InlineData("""{"hr": [0.86, 0.9]}""", "hr", "[0.86, 0.9]", "[0.85, 0.9]")]
    [InlineData("""{"vol_abs": [20, 41]}""", "vol_abs", "[20, 41]", "[20, 40]")]
    [InlineData("""{"break": [21, 42, 85]}""", "break", "[21, 42, 85]", "[21, 42, 84]")]
    public void What_loosens_a_bound_is_refused_with_key_value_and_bound(string json, params string[] words)
    {
        var refused = Assert.Throws<FormatException>(() => Parse(json));
        Assert.All(words, word => Assert.Contains(word, refused.Message, StringComparison.Ordinal));
        Assert.Contains("loosen", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"max_sessions_per_week": 0}""", "max_sessions_per_week")]
    [InlineData("""{"max_sessions_per_week": 2.5}""", "whole number")]
    [InlineData("""{"max_sessions_per_week": "2"}""", "\"2\"")]
    [InlineData("""{"bw_bands": 10}""", "list of 3")]
    [InlineData("""{"bw_bands": [10, 15]}""", "list of 3")]
    [InlineData("""{"bw_bands": [10, 9, 20]}""", "order")]
    [InlineData("""{"rolling_days": 6}""", "rolling_days")]
    [InlineData("""[3]""", "object")]
    [InlineData("""{"bw_bands": """, "JSON")]
    public void What_cannot_be_is_refused_with_a_sentence(string json, string word) =>
        Assert.Contains(word, Assert.Throws<FormatException>(() => Parse(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_key_takes_its_own_bound_and_a_tighter_one()
    {
        foreach (var (key, own, tighter) in new[]
        {
            ("max_sessions_per_week", "3", "2"), ("recommended_days", "2", "1"), ("older_runner_age", "50", "40"), ("ironman_max_weeks", "16", "8"),
            ("bw_bands", "[10,15,20]", "[8,12,16]"), ("ramp", "[5,7.5,10]", "[4,6,8]"), ("ramp_kg", "[3,4.5,6]", "[2,3,4]"), ("step_min_kg", "1", "0.5"),
            ("step_rel", "0.1", "0.05"), ("step_bw", "0.025", "0.02"), ("vol_ratio", "[1.3,1.5,2]", "[1.2,1.4,1.8]"), ("vol_abs", "[20,40]", "[10,30]"),
            ("spike", "[10,30,100]", "[5,20,50]"), ("hr", "[0.85,0.9]", "[0.8,0.85]"), ("break", "[21,42,84]", "[14,28,56]"),
        })
        {
            Assert.Equal(Thresholds.Default, Parse($"{{\"{key}\": {own}}}"));
            var changed = Parse($"{{\"{key}\": {tighter}}}");
            Assert.NotEqual(Thresholds.Default with { Version = changed.Version }, changed);
            Assert.Matches("^1\\+[0-9a-f]{8}$", changed.Version);
        }

        Assert.Equal(15, ThresholdsFile.Keys.Count);
    }

    [Fact]
    public void The_same_numbers_have_the_same_version_however_they_are_written()
    {
        Assert.Equal(Parse("""{"spike": [5, 20, 50], "max_sessions_per_week": 2}"""), Parse("""{"max_sessions_per_week": 2.0, "spike": [5.0, 20, 50]}"""));
        Assert.NotEqual(Parse("""{"max_sessions_per_week": 2}""").Version, Parse("""{"max_sessions_per_week": 1}""").Version);
    }

    [Fact]
    public void Tighter_limits_are_what_the_rules_compare_with()
    {
        var tighter = Parse("""{"max_sessions_per_week": 2, "bw_bands": [5, 10, 12]}""");
        var log = A.Log(A.Run("2025-03-03").WithVest(7), A.Run("2025-03-05").WithVest(7), A.Run("2025-03-07").WithVest(9));
        Assert.Equal(Severity.Violation, Assert.Single(A.Ask("frequency.weekly-limit", A.Experienced, log, thresholds: tighter)).Severity);
        Assert.Equal([Severity.Info, Severity.Info, Severity.Violation], A.Ask("load.body-weight", A.Experienced, log, thresholds: tighter).Select(evaluation => evaluation.Severity!.Value));
        Assert.Equal(tighter.Version, ComplianceAnalyzer.Analyze(log, A.Experienced, tighter, A.Week).ThresholdsVersion);
    }

    private static Thresholds Parse(string json) => ThresholdsFile.Parse(Encoding.UTF8.GetBytes(json));
}
