using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Tests.Loads;

public sealed class LoadTaggerTests
{
    [Theory]
    [InlineData("10 kg Gewichtsweste, 5 km locker", EquipmentKind.Vest, 10.0)]
    [InlineData("Weighted vest 20lb easy", EquipmentKind.Vest, 9.07)]
    [InlineData("Easy run with 9,5 kg vest", EquipmentKind.Vest, 9.5)]
    [InlineData("weight vest run", EquipmentKind.Vest, null)]
    [InlineData("Rucking 45-lb", EquipmentKind.Backpack, 20.41)]
    [InlineData("Rucksack 12 kg", EquipmentKind.Backpack, 12.0)]
    [InlineData("mochila 6kg", EquipmentKind.Backpack, 6.0)]
    [InlineData("#vest10kg hills", EquipmentKind.Vest, 10.0)]
    [InlineData("#ruck20lb", EquipmentKind.Backpack, 9.07)]
    [InlineData("#weighted 5 kg", EquipmentKind.Unknown, 5.0)]
    [InlineData("ankle weights today", EquipmentKind.AnkleWeights, null)]
    [InlineData("Lauf mit Hanteln", EquipmentKind.HandWeights, null)]
    public void Explicit_words_are_a_tag(string title, EquipmentKind kind, double? kilograms)
    {
        var piece = Assert.Single(Tag(title)!.Pieces);
        Assert.Equal(kind, piece.Kind);
        Assert.Equal(kilograms, piece.Mass is { } mass ? Math.Round(mass.Kilograms, 2) : null);
    }

    [Theory]
    [InlineData("Morning Run")]
    [InlineData("New running vest")] // clothing
    [InlineData("6-pack abs and 10 km")]
    [InlineData("Back of the pack")]
    [InlineData("5 Kilo abgenommen! 10 km")] // body mass
    [InlineData("10 km without my 10 kg vest")]
    [InlineData("ohne Gewichtsweste")]
    [InlineData("Innsbruck in #20")]
    [InlineData("#vest10kg #unweighted")]
    [InlineData("4.1 W/kg in my club vest")]
    [InlineData("")]
    public void Everything_else_is_not(string title) => Assert.Null(Tag(title));

    [Fact]
    public void A_device_outranks_words_and_words_outrank_the_sport()
    {
        var input = new TaggerInput { Sport = Sport.Ruck, Title = "vest 5 kg", DevicePackMass = Mass.FromKilograms(8) };
        Assert.Equal(LoadSource.Device, LoadTagger.Tag(input)!.Source);
        Assert.Equal(LoadSource.Title, LoadTagger.Tag(input with { DevicePackMass = null })!.Source);
        Assert.Equal(LoadSource.Sport, LoadTagger.Tag(input with { DevicePackMass = null, Title = "Hills" })!.Source);
    }

    [Fact]
    public void The_runners_answer_outranks_everything()
    {
        var input = new TaggerInput { Sport = Sport.Run, Title = "#vest10kg", DevicePackMass = Mass.FromKilograms(8) };
        Assert.Equal(TagOutcome.NotWeighted, LoadTagger.Decide(input with { Answer = RunnerAnswer.No }).Outcome);
        var answered = LoadTagger.Decide(input with { Answer = new RunnerAnswer(true, [new CarriedPiece(EquipmentKind.Vest, Mass.FromKilograms(6))]) });
        Assert.Equal((LoadSource.Runner, 6.0), (answered.Source!.Value, answered.TotalLoad!.Value.Kilograms));
    }

    [Fact]
    public void A_hashtag_takes_the_load_from_the_description()
    {
        var decision = Decide("Lunch Run #vest", "8 kg today");
        Assert.Equal((TagOutcome.Weighted, LoadSource.Hashtag, 8.0, "8 kg"), (decision.Outcome, decision.Source!.Value, decision.TotalLoad!.Value.Kilograms, decision.LoadText));
        Assert.Empty(decision.Questions);
    }

    [Fact]
    public void The_title_outranks_the_description_and_its_parts() => Assert.Equal(24.95, Kilograms(Decide("4 mile ruck w/ 55# pack", "a 36# rock and 20# of sand in it")));

    [Fact]
    public void A_title_that_denies_the_vest_makes_its_description_a_question() =>
        Assert.Equal(TagOutcome.Suspected, Decide("Without my weighted vest", "weighted vest 10 kg").Outcome);

    [Fact]
    public void Loads_of_several_pieces_are_summed() => Assert.Equal(12.0, Kilograms(Decide("Vest 10 kg + ankle weights 2x1 kg")));

    [Fact]
    public void The_devices_mass_goes_with_the_words_equipment()
    {
        var decision = LoadTagger.Decide(new TaggerInput { Sport = Sport.Hike, Title = "Weighted vest walk", DevicePackMass = Mass.FromGrams(9071.85) });
        Assert.Equal(EquipmentKind.Vest, Assert.Single(decision.Pieces).Kind);
        Assert.Equal(9.07, Kilograms(decision));
    }

    [Fact]
    public void Evidence_names_the_words_of_the_original_text()
    {
        var evidence = Assert.Single(Decide("Früh: 10\u00A0kg GEWICHTS\u00ADWESTE!").Evidence);
        Assert.Equal((6, 20, "10\u00A0kg GEWICHTS\u00ADWESTE", "specific-equipment+load"), (evidence.Start, evidence.Length, evidence.Text, evidence.Rule));
    }

    [Theory]
    [InlineData("Workout", "Vest 10 kg", TagOutcome.Suspected)]
    [InlineData("Workout", "Murph with a 20 lb vest", TagOutcome.Weighted)]
    [InlineData("WeightTraining", "Murph with a 20 lb vest", TagOutcome.NotWeighted)]
    public void A_workout_is_tagged_only_when_it_speaks_of_running(string sportType, string title, TagOutcome expected) =>
        Assert.Equal(expected, LoadTagger.Decide(new TaggerInput { Sport = Sport.Other, MayContainRuns = sportType == "Workout", Title = title }).Outcome);

    [Theory]
    [InlineData(1.9, TagOutcome.NotWeighted)]
    [InlineData(2.0, TagOutcome.Suspected)]
    [InlineData(3.5, TagOutcome.Suspected)]
    [InlineData(3.6, TagOutcome.Weighted)]
    public void A_bag_to_work_counts_from_five_percent_of_the_body_on(double kilograms, TagOutcome expected)
    {
        var title = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Backpack {kilograms:0.0} kg");
        Assert.Equal(expected, LoadTagger.Decide(new TaggerInput { Sport = Sport.Run, Title = title, IsCommute = true, BodyMass = Mass.FromKilograms(70) }).Outcome);
    }

    [Fact]
    public void A_stroller_is_noted_and_a_sled_is_asked_about()
    {
        var stroller = Decide("Stroller 5k");
        Assert.Equal((TagOutcome.NotWeighted, EquipmentKind.Stroller), (stroller.Outcome, Assert.Single(stroller.Pieces).Kind));
        var sled = Decide("Sled drags 40 kg");
        Assert.Equal((TagOutcome.Suspected, EquipmentKind.Sled), (sled.Outcome, Assert.Single(sled.Pieces).Kind));
        Assert.Null(sled.TotalLoad);
    }

    [Theory]
    [InlineData(20.0, false)]
    [InlineData(20.2, true)]
    public void More_than_a_third_of_the_body_is_asked_about(double kilograms, bool isAsked)
    {
        var title = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Weight vest {kilograms:0.0} kg");
        Assert.Equal(isAsked, LoadTagger.Decide(new TaggerInput { Sport = Sport.Run, Title = title, BodyMass = Mass.FromKilograms(60) }).Questions.Contains(TagQuestion.Load));
    }

    [Theory]
    [InlineData(false, 20.0)]
    [InlineData(true, 9.07)]
    public void A_bare_number_is_offered_in_the_runners_unit_and_never_counted(bool usesPounds, double kilograms)
    {
        var decision = LoadTagger.Decide(new TaggerInput { Sport = Sport.Run, Title = "Weight vest 20", Settings = new RunnerLoadSettings { UsesPounds = usesPounds } });
        Assert.Null(decision.TotalLoad);
        Assert.Equal(kilograms, Math.Round(decision.SuggestedLoad!.Value.Kilograms, 2));
    }

    [Fact]
    public void A_title_without_any_cue_allocates_nothing()
    {
        TaggerInput[] inputs = [.. new[] { "Morning Run", "5x1000 m @ 4:05", "Course à pied le matin", "Zone 2, 142 bpm", "Utrecht Hardlopen", "Carrera por la tarde 🏃" }.Select(title => new TaggerInput { Sport = Sport.Run, Title = title })];
        Array.ForEach(inputs, input => LoadTagger.Decide(input));
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var input in inputs)
            LoadTagger.Decide(input);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_ride_is_never_tagged() => Assert.Null(LoadTagger.Tag(new TaggerInput { Sport = Sport.Ride, Title = "#vest10kg" }));

    private static double? Kilograms(TagDecision decision) => decision.TotalLoad is { } load ? Math.Round(load.Kilograms, 2) : null;

    private static CarriedLoad? Tag(string title) => LoadTagger.Tag(new TaggerInput { Sport = Sport.Run, Title = title });

    private static TagDecision Decide(string title, string? description = null) => LoadTagger.Decide(new TaggerInput { Sport = Sport.Run, Title = title, Description = description });
}
