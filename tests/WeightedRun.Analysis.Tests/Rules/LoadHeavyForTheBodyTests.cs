using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Rules;

public sealed class LoadHeavyForTheBodyTests
{
    [Theory]
    [InlineData(7.0, null)] // 10.0 % of 70 kg
    [InlineData(7.03, null)] // 10.04 %: shown as 10.0
    [InlineData(7.05, Severity.Info)]
    [InlineData(8.4, Severity.Info)]
    [InlineData(10.5, Severity.Info)] // 15.0 %
    [InlineData(10.6, Severity.Caution)]
    [InlineData(14.0, Severity.Caution)] // 20.0 %
    [InlineData(14.1, Severity.Violation)]
    [InlineData(15.0, Severity.Violation)]
    public void Ten_fifteen_and_twenty_percent_of_the_body_are_the_bands(double kilograms, Severity? severity) =>
        Assert.Equal(severity, Ask(A.Run("2025-03-03").WithVest(kilograms), A.Runner()).Severity);

    [Theory]
    [InlineData(1976, Severity.Info)] // 49
    [InlineData(1975, Severity.Caution)] // 50
    [InlineData(1970, Severity.Caution)]
    [InlineData(null, Severity.Info)]
    public void From_fifty_on_ten_percent_is_a_caution(int? birthYear, Severity severity) =>
        Assert.Equal(severity, Ask(A.Run("2025-03-03").WithVest(8.4), A.Runner(birthYear: birthYear)).Severity);

    [Fact]
    public void What_is_missing_is_named()
    {
        var both = Ask(A.Run("2025-03-03").WithVest(null), A.Runner(kilograms: null));
        Assert.Equal(Outcome.InsufficientData, both.Outcome);
        Assert.Equal(["BODY_WEIGHT", "LOAD"], both.Reasons);
    }

    [Fact]
    public void Ankle_weights_alone_are_another_rules_matter() =>
        Assert.Equal(Outcome.NotApplicable, Ask(A.Run("2025-03-03").With(EquipmentKind.AnkleWeights, 2), A.Runner()).Outcome);

    [Fact]
    public void A_week_without_weight_is_not_applicable() => Assert.Equal("week:2025-W10", Ask(A.Run("2025-03-03"), A.Runner()).Subject);

    [Fact]
    public void An_old_body_mass_is_used_and_named()
    {
        var profile = A.Runner() with { BodyMass = [new BodyMassEntry(new DateOnly(2024, 9, 3), Units.Mass.FromKilograms(70))] };
        Assert.Equal(["BODY_WEIGHT_STALE"], Ask(A.Run("2025-03-03").WithVest(8.4), profile).Reasons);
    }

    private static Evaluation Ask(Activity run, RunnerProfile profile) =>
        Assert.Single(new LoadHeavyForTheBody().Evaluate(new RuleContext(A.Log(run), profile, Thresholds.Default, A.Week)));
}
