using System.IO.Compression;
using WeightedRun.Files.Tests.Fit;
using WeightedRun.Files.Tests.Fixtures;

namespace WeightedRun.Files.Tests.Door;

public sealed class ZipTests : IDisposable
{
    private static readonly byte[] Run = FitFixtures.Run();

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Members_of_every_usual_kind_are_read()
    {
        // A stream that cannot seek makes the writer put sizes behind the members.
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(new OneWayStream(stream), ZipArchiveMode.Create))
        {
            foreach (var level in (CompressionLevel[])[CompressionLevel.NoCompression, CompressionLevel.Fastest, CompressionLevel.SmallestSize])
            {
                using var entry = archive.CreateEntry($"{level}.fit", level).Open();
                entry.Write(Run);
            }
        }

        Assert.Equal(3, Read(stream.ToArray()).Count(result => result.Activity is not null));
    }

    [Fact]
    public void A_large_zip_keeps_its_directory_elsewhere() =>
        Assert.NotNull(Assert.Single(Read(ZipWriter.ToArray(zip => zip.Member("a.fit", Run, isZip64: true).End(isZip64: true)))).Activity);

    [Fact]
    public void What_stands_before_and_behind_a_zip_does_not_hide_it() =>
        Assert.NotNull(Assert.Single(Read(ZipWriter.ToArray(zip => zip.Member("a.fit", Run).End(comment: "PK\x05\x06 is no end")))).Activity);

    [Fact]
    public void A_name_that_occurs_twice_is_two_files() =>
        Assert.Equal(2, Read(ZipWriter.ToArray(zip => zip.Member("a.fit", Run).Member("a.fit", Run).End())).Count);

    [Theory]
    [InlineData(0, 1, "encrypted")]
    [InlineData(14, 0, "unsupported-compression")]
    public void A_member_that_cannot_be_unpacked_says_why(ushort method, ushort flags, string code) =>
        Assert.Equal(code, Assert.Single(Read(ZipWriter.ToArray(zip => zip.Member("a.fit", Run, method, flags).End()))).Problem!.Code);

    [Theory]
    [InlineData("../a.fit")]
    [InlineData("x/../../a.fit")]
    [InlineData("..\\a.fit")]
    [InlineData("/etc/a.fit")]
    [InlineData("C:\\a.fit")]
    public void A_name_that_climbs_out_is_refused(string name) =>
        Assert.Equal(["unsafe-path", null], Read(ZipWriter.ToArray(zip => zip.Member(name, Run).Member("b.fit", Run).End())).Select(result => result.Problem?.Code));

    [Fact]
    public void A_name_with_dots_that_stays_inside_is_read() =>
        Assert.NotNull(Assert.Single(Read(ZipWriter.ToArray(zip => zip.Member("a..b/c...fit", Run).End()))).Activity);

    [Fact]
    public void Members_that_share_their_bytes_are_a_bomb()
    {
        var results = Read(ZipWriter.ToArray(zip =>
        {
            zip.Member("0.fit", Run);
            for (var i = 1; i < 1000; i++)
                zip.List($"{i}.fit", 0, Run.Length);

            zip.End();
        }));
        Assert.Equal("unsafe-zip", Assert.Single(results).Problem!.Code);
    }

    [Fact]
    public void A_member_beyond_the_end_costs_only_itself()
    {
        var results = Read(ZipWriter.ToArray(zip => zip.Member("a.fit", Run).List("b.fit", 5_000_000, 10).End()));
        Assert.Equal([null, "damaged"], results.Select(result => result.Problem?.Code));
    }

    [Theory]
    [InlineData(long.MaxValue, 1)]
    [InlineData(0, long.MaxValue)]
    [InlineData(-1, 10)]
    public void A_directory_that_claims_the_impossible_is_damage(long offset, long length)
    {
        var problem = Read(ZipWriter.ToArray(zip => zip.Member("a.fit", Run).List("b.fit", offset, length, isZip64: true).End())).Single(result => result.Problem is not null).Problem!;
        Assert.Contains(problem.Code, (string[])["damaged", "unsafe-zip"]);
    }

    [Fact]
    public void A_zip_with_nothing_to_read_says_so() => Assert.Equal("no-files", Assert.Single(Read(ScratchFolder.Zip(("a.txt", [1, 2, 3])))).Problem!.Code);

    [Fact]
    public void A_zip_inside_is_found_by_its_content_whatever_its_name_and_packing()
    {
        var inner = ScratchFolder.Zip(("run.fit", Run));
        var packed = Read(ScratchFolder.Zip(("inner.dat", inner), ("runs", inner)));
        var stored = Read(ZipWriter.ToArray(zip => zip.Member("inner.dat", inner).Member("runs", inner).End()));
        Assert.Equal(["inner.dat/run.fit", "runs/run.fit"], packed.Select(NameInside));
        Assert.Equal(["inner.dat/run.fit", "runs/run.fit"], stored.Select(NameInside));
        Assert.All(packed.Concat(stored), result => Assert.NotNull(result.Activity));
    }

    [Fact]
    public void Nothing_is_left_behind_on_disk_however_early_the_reading_ends()
    {
        var path = _folder.Write("outer.zip", ScratchFolder.Zip(("a.zip", ScratchFolder.Zip([.. Enumerable.Range(0, 50).Select(i => ($"{i}.fit", Run))]))));
        var before = Leftovers();
        Assert.NotNull(ActivityFiles.Read([path]).First().Activity);
        Assert.Equal(50, ActivityFiles.Read([path]).Count());
        Assert.Equal(before, Leftovers());
        File.Delete(path);
    }

    private string NameInside(ReadResult result) => result.File[(_folder.Path.Length + "/a.zip/".Length)..];

    private static string[] Leftovers() => Directory.GetFiles(Path.GetTempPath(), "weightedrun-*");

    private List<ReadResult> Read(byte[] zip) => [.. ActivityFiles.Read([_folder.Write("a.zip", zip)])];

    private sealed class OneWayStream(Stream stream) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => stream.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => stream.Write(buffer, offset, count);
    }
}
