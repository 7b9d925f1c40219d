using WeightedRun.Files.Fit;
using static WeightedRun.Files.Tests.Fit.FitFixtures;

namespace WeightedRun.Files.Tests.Fit;

public sealed class FitUnknownFieldTests
{
    [Fact]
    public void Texts_are_kept() =>
        Assert.Equal([new UnknownField(242, 0x07, "62617200")], Read(Open().Define(2, 18, FitWriter.E8(5), FitWriter.Text(242, 4), FitWriter.Text(243, 3)).Data(2, Running, "bar", "")));

    [Fact]
    public void Each_element_of_a_big_endian_array_is_turned_by_itself()
    {
        var writer = Open(isBigEndian: true).Define(2, 18, FitWriter.E8(5), new FitWriter.Field(240, 0x84, 6), new FitWriter.Field(241, 0x0D, 3), FitWriter.U32(242));
        writer.Data(2, Running, new byte[] { 0, 1, 0, 2, 0, 3 }, new byte[] { 1, 2, 3 }, 0x01020304);
        Assert.Equal([new UnknownField(240, 0x84, "010002000300"), new UnknownField(241, 0x0D, "010203"), new UnknownField(242, 0x86, "04030201")], Read(writer));
    }

    [Fact]
    public void An_array_is_kept_when_any_of_it_was_measured()
    {
        var writer = Open().Define(2, 18, FitWriter.E8(5), new FitWriter.Field(240, 0x84, 4), new FitWriter.Field(241, 0x84, 4));
        writer.Data(2, Running, new byte[] { 0xFF, 0xFF, 5, 0 }, new byte[] { 0xFF, 0xFF, 0xFF, 0xFF });
        Assert.Equal([new UnknownField(240, 0x84, "ffff0500")], Read(writer));
    }

    [Fact]
    public void More_than_4_KB_of_them_is_not_kept()
    {
        var fields = Enumerable.Range(0, 100).Select(_ => FitWriter.Bytes(240, 255)).ToArray();
        var writer = Open().Define(2, 18, [FitWriter.E8(5), .. fields]).Data(2, [Running, .. fields.Select(_ => Enumerable.Repeat((byte)1, 255).ToArray())]);
        Assert.Equal(4096 / 255, Read(writer).Count);
    }

    private static IReadOnlyList<UnknownField> Read(FitWriter writer) => Assert.Single(FitReader.Read(new MemoryStream(writer.ToArray()), "a.fit")).Activity!.UnknownFields;
}
