using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using WeightedRun.Files.Tests.Fit;
using WeightedRun.Files.Tests.Fixtures;

namespace WeightedRun.Files.Tests.Door;

[Collection(Alone.Name)]
public sealed class BombTests : IDisposable
{
    private const long Most = 64L * 1024 * 1024;

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void However_many_read_the_bytes_of_a_path_end_at_the_same_member(int parallelism)
    {
        var options = new ReadOptions { MaxItemBytes = 1_000_000, Parallelism = parallelism };
        var path = _folder.WriteZip("a.zip", [.. Enumerable.Range(0, 40).Select(i => ($"{i:00}.gpx", Padded(900_000)))]);

        var results = ActivityFiles.Read([path, _folder.Write("b.fit", FitFixtures.Run())], options).ToList();

        // Four items' worth, and nothing of the other path.
        Assert.Equal(["no-track-points", "no-track-points", "no-track-points", "no-track-points", "too-large", null], results.Select(result => result.Problem?.Code));
        Assert.Equal(path, results[4].File);
    }

    [Fact]
    public void A_zip_of_zips_of_bombs_ends()
    {
        var bomb = ScratchFolder.Gzip(new byte[8 * 1024 * 1024]);
        var inner = ScratchFolder.Zip([.. Enumerable.Range(0, 100).Select(i => ($"{i}.gpx", bomb))]);
        var path = _folder.WriteZip("a.zip", [.. Enumerable.Range(0, 100).Select(i => ($"{i}.zip", inner))]);
        var (allocated, clock) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());

        var results = ActivityFiles.Read([path], new ReadOptions { MaxItemBytes = 1024 * 1024 }).ToList();

        Assert.All(results, result => Assert.NotNull(result.Problem));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - allocated, 0, Most);
    }

    [Fact]
    public void A_list_of_a_million_members_is_refused_before_it_fills_the_memory()
    {
        var zip = ZipWriter.ToArray(zip =>
        {
            zip.Member("a.fit", FitFixtures.Run());
            for (var i = 0; i < 1_000_000; i++)
                zip.List($"{i}", 0, 1);

            zip.End();
        });
        var path = _folder.Write("a.zip", zip);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);

        Assert.Equal("too-many-members", Assert.Single(ActivityFiles.Read([path])).Problem!.Code);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - allocated, 0, Most);
    }

    [Theory]
    [InlineData("depth")]
    [InlineData("names")]
    [InlineData("name")]
    [InlineData("attributes")]
    [InlineData("text")]
    [InlineData("csv")]
    public void Text_that_grows_in_its_reader_is_stopped(string kind)
    {
        var path = Path.Combine(_folder.Path, "a");
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using (var member = archive.CreateEntry(kind == "csv" ? "activities.csv" : "a.gpx").Open())
                Write(member, kind, megabytes: 60);

            using (var run = archive.CreateEntry("activities/1.fit").Open())
                run.Write(FitFixtures.Run());
        }

        GC.Collect();
        var (peak, before) = (0L, GC.GetTotalMemory(forceFullCollection: true));
        using var watch = new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 5);

        var results = ActivityFiles.Read([path]).ToList();

        Assert.Contains(results, result => result.Problem?.Code is "unsafe-xml" or "too-large" or "bad-csv" or "bad-xml");
        Assert.Contains(results, result => result.Activity is not null);
        Assert.InRange(peak - before, long.MinValue, Most);
    }

    [Fact]
    public void Cancelling_ends_the_reading_of_one_long_file()
    {
        var path = _folder.Write("a.gz", Bomb("text", megabytes: 200));
        using var cancelled = new CancellationTokenSource();
        cancelled.CancelAfter(50);
        var clock = Stopwatch.StartNew();

        Assert.ThrowsAny<OperationCanceledException>(() => ActivityFiles.Read([path], new ReadOptions { Cancellation = cancelled.Token }).Count());
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
    }

    private static byte[] Padded(int length) => Encoding.UTF8.GetBytes("<gpx>" + new string(' ', length) + "</gpx>");

    private static byte[] Bomb(string kind, int megabytes = 60)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            Write(gzip, kind, megabytes);

        return packed.ToArray();
    }

    private static void Write(Stream stream, string kind, int megabytes)
    {
        using var text = new StreamWriter(stream);
        text.Write(kind switch { "csv" => "id,date,name,type\n1,\"", "name" => "<gpx><", "attributes" => "<gpx><a", _ => "<gpx><trk>" });
        for (var (i, written) = (0, 0L); written < megabytes * 1024L * 1024; i++)
        {
            var piece = kind switch
            {
                "depth" => "<a>",
                "names" => $"<n{i}/>",
                "name" => "nnnnnnnnnnnnnnnn",
                "attributes" => $" a{i}=''",
                "text" => "<name>xxxxxxxxxxxxxxxx</name><desc>y</desc>",
                _ => "xxxxxxxxxxxxxxxx\n",
            };
            text.Write(piece);
            written += piece.Length;
        }
    }
}
