using FsCheck.Xunit;
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
    [InlineData("4.1 W/kg in my vest")]
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
    public void A_ride_is_never_tagged() => Assert.Null(LoadTagger.Tag(new TaggerInput { Sport = Sport.Ride, Title = "#vest10kg" }));

    [Property]
    public bool No_text_throws(string text) => Tag(text) is null or { Pieces.Count: 1 };

    private static CarriedLoad? Tag(string title) => LoadTagger.Tag(new TaggerInput { Sport = Sport.Run, Title = title });
}
