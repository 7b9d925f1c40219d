using WeightedRun.Files.Tests.Fit;
using WeightedRun.Files.Tests.Fixtures;

namespace WeightedRun.Files.Tests.Door;

public sealed class DamagedPackingTests
{
    private static readonly byte[] Packed = ScratchFolder.Gzip(FitFixtures.Run(FitFixtures.Start, 3000));

    [Fact]
    public void A_gzip_file_whose_checksum_alone_is_wrong_is_read_and_doubted()
    {
        var bytes = Packed.ToArray();
        bytes[^6] ^= 1;

        var run = Assert.Single(Reading.All(bytes)).Activity!;

        Assert.Equal(3000, run.Records, 1.0);
        Assert.StartsWith("bad-crc", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_file_that_is_whole_is_not_doubted() => Assert.Empty(Assert.Single(Reading.All(Packed)).Activity!.Warnings);

    [Fact]
    public void A_gzip_file_with_a_name_a_comment_and_extra_bytes_in_its_header_is_read()
    {
        byte[] header = [0x1F, 0x8B, 8, 4 | 8 | 16 | 2, 0, 0, 0, 0, 0, 3, 2, 0, 7, 7, (byte)'a', 0, (byte)'b', 0, 1, 2];

        Assert.Empty(Assert.Single(Reading.All([.. header, .. Packed[10..]])).Activity!.Warnings);
    }

    [Fact]
    public void What_unpacks_before_a_damaged_place_is_kept()
    {
        var bytes = Packed.ToArray();
        bytes.AsSpan(bytes.Length / 2, 64).Fill(0xFF);

        var run = Assert.Single(Reading.All(bytes)).Activity!;

        Assert.InRange(run.Records, 500, 2999);
        Assert.DoesNotContain(run.Warnings, warning => warning.Contains("archive", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_member_of_a_zip_whose_checksum_is_wrong_is_doubted()
    {
        using var folder = new ScratchFolder();
        var zip = ScratchFolder.Zip(("run.fit", FitFixtures.Run(FitFixtures.Start, 100)));
        var entry = zip.AsSpan().IndexOf("PK\x01\x02"u8);
        zip[entry + 16] ^= 1;

        var run = Assert.Single(ActivityFiles.Read([folder.Write("a.zip", zip)])).Activity!;

        Assert.StartsWith("bad-crc", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }
}
