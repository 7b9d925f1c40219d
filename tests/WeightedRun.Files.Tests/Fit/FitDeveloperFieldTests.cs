using System.Buffers.Binary;
using WeightedRun.Files.Fit;
using static WeightedRun.Files.Tests.Fit.FitFixtures;

namespace WeightedRun.Files.Tests.Fit;

public sealed class FitDeveloperFieldTests
{
    private const byte Float32 = 0x88;

    [Theory]
    [InlineData("Pack weight", "kg", 8f, 8.0)]
    [InlineData("Ruck", "lb", 20f, 9.0718474)]
    [InlineData("vest", "g", 5000f, 5.0)]
    public void A_field_named_as_carried_is_the_carried_mass(string name, string unit, float value, double kilograms) =>
        Assert.Equal(kilograms, Carried(name, unit, value)!.Value, 6);

    [Theory]
    [InlineData("Weight", "kg", 74f)] // the runner's own mass, written by a foot pod
    [InlineData("Pack weight", "beats", 8f)]
    [InlineData("Vest", "kg", 73.5f)] // within a kilogram of the body: not carried
    [InlineData("Ruck", "kg", 0f)]
    public void What_may_be_anything_else_is_not(string name, string unit, float value) => Assert.Null(Carried(name, unit, value));

    private static double? Carried(string name, string unit, float value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        var file = Open().WithBodyMass(740)
            .Define(6, 206, FitWriter.U8(0), FitWriter.U8(1), FitWriter.U8(2), FitWriter.Text(3, 20), FitWriter.Text(8, 8)).Data(6, 0, 3, Float32, name, unit)
            .Define(2, 18, FitWriter.U32(2), FitWriter.E8(5), FitWriter.OfDeveloper(3, 0, 4)).Data(2, Start, Running, bytes)
            .ToArray();
        return Assert.Single(FitReader.Read(new MemoryStream(file), "a.fit")).Activity!.CarriedMass?.Kilograms;
    }
}
