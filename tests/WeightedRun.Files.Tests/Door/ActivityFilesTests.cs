using WeightedRun.Analysis.Runs;
using WeightedRun.Files.Tests.Fit;
using WeightedRun.Files.Tests.Fixtures;
using static WeightedRun.Files.Tests.Fixtures.ScratchFolder;

namespace WeightedRun.Files.Tests.Door;

public sealed class ActivityFilesTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Content_decides_and_not_the_name()
    {
        var paths = new[]
        {
            _folder.Write("a.gpx", FitFixtures.Run()), _folder.Write("b.fit", TrackFixtures.Tcx()), _folder.Write("c.txt", TrackFixtures.Gpx()),
            _folder.Write("d", Gzip(Gzip(FitFixtures.Run()))), _folder.WriteZip("e.dat", ("x.fit", FitFixtures.Run())),
        };
        var sources = ActivityFiles.Read(paths).Select(result => result.Activity!.Source);
        Assert.Equal([ActivitySource.Fit, ActivitySource.Tcx, ActivitySource.Gpx, ActivitySource.Fit, ActivitySource.Fit], sources);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void A_folder_and_a_zip_of_it_give_the_same_in_the_same_order_however_many_read(int parallelism)
    {
        var members = Enumerable.Range(0, 60).Select(i => (Name: $"runs/{i:00}.fit", Bytes: FitFixtures.Run(FitFixtures.Start + (uint)(i * 90000), 50 + i))).ToArray();
        foreach (var (name, bytes) in members)
            _folder.Write("folder/" + name, bytes);

        var options = new ReadOptions { Parallelism = parallelism };
        var fromFolder = ActivityFiles.Read([Path.Combine(_folder.Path, "folder")], options).Select(result => result.Activity!.Distance);
        var fromZip = ActivityFiles.Read([_folder.WriteZip("all.zip", members)], options).Select(result => result.Activity!.Distance);

        Assert.Equal(members.Select((_, i) => (double?)(300 * (50 + i) / 100.0)), fromFolder.Select(distance => distance?.Meters));
        Assert.Equal(fromFolder, fromZip);
    }

    [Fact]
    public void A_zip_in_a_zip_is_opened_and_a_third_is_not()
    {
        var inner = Zip(("run.fit", FitFixtures.Run()));
        var results = ActivityFiles.Read([_folder.WriteZip("outer.zip", ("inner.zip", inner), ("wrap.zip", Zip(("deep.zip", inner))))]).ToList();
        Assert.Single(results, result => result.Activity is not null);
        Assert.Equal("too-deep", Assert.Single(results, result => result.Problem is not null).Problem!.Code);
    }

    [Fact]
    public void What_lies_beside_activities_is_passed_over_in_silence_and_what_was_meant_to_be_one_is_not()
    {
        _folder.Write("run.fit", FitFixtures.Run());
        _folder.Write("settings.fit", FitFixtures.Open(fileType: 2).ToArray());
        _folder.Write("photo.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]);
        _folder.Write("._run.fit", [0, 5, 22, 7]);
        _folder.Write("__MACOSX/run.fit", "x");
        _folder.Write("empty.fit", "");
        _folder.Write("rubbish.fit", "rubbish");

        var results = ActivityFiles.Read([_folder.Path]).ToList();

        Assert.Single(results, result => result.Activity is not null);
        Assert.EndsWith("/rubbish.fit", Assert.Single(results, result => result.Problem is not null).File, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_named_by_the_runner_always_gets_an_answer()
    {
        var results = ActivityFiles.Read([_folder.Write("photo.jpg", [0xFF, 0xD8, 0xFF, 0xE0]), _folder.Write("empty.fit", ""), Path.Combine(_folder.Path, "none.fit"), _folder.Write("broken.zip", "PK\x03\x04 and no more")]);
        Assert.Equal(["not-an-activity-file", "empty", "not-found", "damaged"], results.Select(result => result.Problem!.Code));
    }

    [Fact]
    public void A_member_that_climbs_out_is_refused_and_the_others_are_read()
    {
        var results = ActivityFiles.Read([_folder.WriteZip("a.zip", ("../../etc/run.fit", FitFixtures.Run()), ("ok.fit", FitFixtures.Run()))]).ToList();
        Assert.Equal("unsafe-path", results[0].Problem!.Code);
        Assert.Equal(Sport.Run, results[1].Activity!.Sport);
    }

    [Fact]
    public void Progress_reaches_the_total()
    {
        var seen = new System.Collections.Concurrent.ConcurrentBag<ReadProgress>();
        var path = _folder.WriteZip("a.zip", [.. Enumerable.Range(0, 20).Select(i => ($"{i}.fit", FitFixtures.Run()))]);
        Assert.Equal(20, ActivityFiles.Read([path], new ReadOptions { Progress = new Listener(seen.Add) }).Count());
        Assert.Contains(new ReadProgress(20, 20), seen);
    }

    [Fact]
    public void A_cancelled_reading_ends()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var path = _folder.WriteZip("a.zip", ("1.fit", FitFixtures.Run()), ("2.fit", FitFixtures.Run()));
        Assert.ThrowsAny<OperationCanceledException>(() => ActivityFiles.Read([path], new ReadOptions { Cancellation = cancelled.Token }).Count());
    }

    private sealed class Listener(Action<ReadProgress> listen) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value) => listen(value);
    }
}
