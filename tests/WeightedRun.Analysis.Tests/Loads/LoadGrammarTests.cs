using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Loads;

/// <summary>Every way to write a load, one after the other.</summary>
public sealed class LoadGrammarTests
{
    [Theory]
    [InlineData("Weight vest 9,5 kg", 9.5)]
    [InlineData("Weight vest 11,2Kg", 11.2)]
    [InlineData("Weight vest 45-lb", 20.41)]
    [InlineData("20# weight vest", 9.07)]
    [InlineData("20-pounder weight vest", 9.07)]
    [InlineData("weight vest, 1 stone", 6.35)]
    [InlineData("ruck, 1/2 pood", 8.19)]
    [InlineData("ruck, 1.5 pood", 24.57)]
    [InlineData("ruck 20 Pfund", 10.0)]
    [InlineData("Weight vest ㎏: 10 ㎏", 10.0)]
    [InlineData("Ankle weights 2x1 kg", 2.0)]
    [InlineData("Ankle weights 2 × 1 kg", 2.0)]
    [InlineData("Ankle weights 1 kg x2", 2.0)]
    [InlineData("Ankle weights 500 g each", 1.0)]
    [InlineData("Ankle weights 1,500 g each", 3.0)]
    [InlineData("pair of 5-pound dumbbells, 3 mile run", 4.54)]
    [InlineData("weight vest (10 kg)", 10.0)]
    [InlineData("added weight: 12 lb vest", 5.44)]
    [InlineData("zwanzig Kilo Gewichtsweste", 20.0)]
    [InlineData("vingt-cinq livres dans le sac à dos", 11.34)]
    [InlineData("Added 2kg to the vest, now 10kg", 10.0)]
    [InlineData("Vest up to 8kg (was 6 kg)", 8.0)]
    [InlineData("Vest 8 → 10 kg", 10.0)]
    [InlineData("Vest 0.2 kg", 0.2)]
    [InlineData("Vest 45 kg", 45.0)]
    public void A_load_is_read(string title, double kilograms) => Assert.Equal(kilograms, Math.Round(Decide(title).TotalLoad!.Value.Kilograms, 2));

    [Theory]
    [InlineData("Weight vest, 10k")]
    [InlineData("Weight vest #20")]
    [InlineData("Weight vest 3/30")]
    [InlineData("Weight vest 9:30 pace")]
    [InlineData("Weight vest, 3.9 W/kg")]
    [InlineData("Weight vest, down 5 kg since May")]
    [InlineData("Weight vest, bench 40 kg")]
    [InlineData("Weight vest 0.19 kg")]
    [InlineData("Weight vest 46 kg")]
    [InlineData("Weight vest 8-10 kg")]
    [InlineData("Weight vest 20/14 lb")]
    [InlineData("Weight vest 2024")]
    [InlineData("Added 2kg to the weight vest")]
    public void Anything_else_is_none_and_asked(string title)
    {
        var decision = Decide(title);
        Assert.Equal(TagOutcome.Weighted, decision.Outcome);
        Assert.Null(decision.TotalLoad);
        Assert.Contains(TagQuestion.Load, decision.Questions);
    }

    [Theory]
    [InlineData("Ankle weights 1 kg")]
    [InlineData("Vest from 8 to 10 kg")]
    [InlineData("10K weight vest walk")]
    [InlineData("ruck 20 Pfund")]
    public void A_load_with_two_readings_is_kept_and_asked_about(string title)
    {
        var decision = Decide(title);
        Assert.NotNull(decision.TotalLoad);
        Assert.Contains(TagQuestion.Load, decision.Questions);
    }

    private static TagDecision Decide(string title) => LoadTagger.Decide(new TaggerInput { Sport = Sport.Run, Title = title });
}
