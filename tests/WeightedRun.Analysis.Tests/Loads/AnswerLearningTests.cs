using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Tests.Loads;

public sealed class AnswerLearningTests
{
    [Fact]
    public void A_load_once_said_is_the_equipments_default()
    {
        var settings = Answer(RunnerLoadSettings.None, Run("Weight vest intervals"), Yes(EquipmentKind.Vest, 8));
        var next = LoadTagger.Decide(Run("Gewichtsweste am Berg") with { Settings = settings });
        Assert.Equal(8, next.TotalLoad!.Value.Kilograms);
        Assert.Empty(next.Questions);
    }

    [Fact]
    public void A_stated_load_outranks_the_default()
    {
        var settings = Answer(RunnerLoadSettings.None, Run("Weight vest intervals"), Yes(EquipmentKind.Vest, 8));
        Assert.Equal(10, LoadTagger.Decide(Run("Weight vest 10 kg") with { Settings = settings }).TotalLoad!.Value.Kilograms);
    }

    [Theory]
    [InlineData(0, TagOutcome.Suspected)]
    [InlineData(1, TagOutcome.Suspected)]
    [InlineData(2, TagOutcome.NotWeighted)]
    public void The_second_no_silences_a_cue(int refusals, TagOutcome expected)
    {
        var settings = RunnerLoadSettings.None;
        for (var i = 0; i < refusals; i++)
            settings = Answer(settings, Run("Vest run"), RunnerAnswer.No);

        Assert.Equal(expected, LoadTagger.Decide(Run("Vest, easy 5") with { Settings = settings }).Outcome);
        Assert.Equal(TagOutcome.Weighted, LoadTagger.Decide(Run("Vest 8 kg") with { Settings = settings }).Outcome);
    }

    [Fact]
    public void A_yes_forgets_the_refusals()
    {
        var settings = Answer(RunnerLoadSettings.None, Run("Vest run"), RunnerAnswer.No);
        settings = Answer(settings, Run("Vest run"), Yes(EquipmentKind.Vest, 8));
        settings = Answer(settings, Run("Vest run"), RunnerAnswer.No);
        Assert.Equal(TagOutcome.Suspected, LoadTagger.Decide(Run("Vest run") with { Settings = settings }).Outcome);
    }

    [Fact]
    public void The_bag_to_work_is_asked_about_once()
    {
        var commute = Run("Run home with my backpack");
        Assert.True(LoadTagger.Decide(commute).IsAboutUsualBag);
        var ignored = Answer(RunnerLoadSettings.None, commute, RunnerAnswer.No);
        Assert.Equal(TagOutcome.NotWeighted, LoadTagger.Decide(commute with { Settings = ignored }).Outcome);
        var counted = Answer(RunnerLoadSettings.None, commute, Yes(EquipmentKind.Backpack, 4));
        var next = LoadTagger.Decide(commute with { Settings = counted });
        Assert.Equal((TagOutcome.Weighted, 4.0), (next.Outcome, next.TotalLoad!.Value.Kilograms));
        Assert.Empty(counted.DefaultLoads);
    }

    [Fact]
    public void Gear_that_named_the_equipment_stands_for_it_from_then_on()
    {
        var run = Run("Morning Run") with { Gear = "Weight vest" };
        var settings = Answer(RunnerLoadSettings.None, run, Yes(EquipmentKind.Vest, 6));
        var next = LoadTagger.Decide(run with { Title = "Ankle weights 1 kg each", Settings = settings });
        Assert.Equal((LoadSource.Gear, 6.0), (next.Source!.Value, next.Pieces[0].Mass!.Value.Kilograms));
    }

    private static RunnerLoadSettings Answer(RunnerLoadSettings settings, TaggerInput run, RunnerAnswer answer) =>
        AnswerLearning.Learn(settings, run, LoadTagger.Decide(run with { Settings = settings }), answer);

    private static RunnerAnswer Yes(EquipmentKind kind, double kilograms) => new(true, [new CarriedPiece(kind, Mass.FromKilograms(kilograms))]);

    private static TaggerInput Run(string title) => new() { Sport = Sport.Run, Title = title };
}
