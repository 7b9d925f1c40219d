using System.Text.Json;
using WeightedRun.Files.Tests.Fit;
using WeightedRun.Files.Tests.Fixtures;

namespace WeightedRun.Files.Tests.Door;

public sealed class FolderTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Exports_that_lie_in_a_folder_beside_files_are_all_recognised()
    {
        _folder.Write("strava.zip", ExportFixtures.Strava());
        _folder.Write("from-garmin.zip", ExportFixtures.Garmin());
        _folder.Write("loose/run.fit", FitFixtures.Run(FitFixtures.Start + 900000));

        var results = ActivityFiles.Read([_folder.Path]).ToList();

        Assert.Equal(["Ruck it", null, "Watch without a file", null, "Vest 7 kg", "Typed in"], results.Select(result => result.Activity?.Title));
        Assert.Equal(ActivitySource.Fit, results[3].Activity!.Source);
    }

    [Fact]
    public void Two_unpacked_exports_and_a_file_beside_them_are_read_for_themselves()
    {
        Unpack(ExportFixtures.Strava(), "2023");
        Unpack(ExportFixtures.Strava(), "2024");
        _folder.Write("2024/extra.fit", FitFixtures.Run(FitFixtures.Start + 900000));

        var results = ActivityFiles.Read([_folder.Path]).ToList();

        Assert.Equal(["Vest 7 kg", "Typed in", "Vest 7 kg", "Typed in", null], results.Select(result => result.Activity!.Title));
    }

    [Theory]
    [InlineData("strava")]
    [InlineData("garmin")]
    public void An_export_and_its_folder_give_the_same_to_the_last_value(string kind)
    {
        var zip = kind == "strava" ? ExportFixtures.Strava() : ExportFixtures.Garmin();
        var path = _folder.Write("export.zip", zip);
        var unpacked = Unpack(zip, "export");

        Assert.Equal(Values(path, 1), Values(unpacked, 1));
        Assert.Equal(Values(path, 1), Values(path, 2));
        Assert.Equal(Values(path, 1), Values(unpacked + "/", 7));
    }

    [Fact]
    public void A_link_to_itself_costs_nobody_else_anything()
    {
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "self"), "self");
        _folder.Write("run.fit", FitFixtures.Run(FitFixtures.Start));

        var results = ActivityFiles.Read([_folder.Path]).ToList();

        Assert.Equal("unreadable", Assert.Single(results, result => result.Problem is not null).Problem!.Code);
        Assert.Single(results, result => result.Activity is not null);
    }

    [Fact]
    public void An_empty_path_and_an_empty_file_are_answers()
    {
        Assert.Equal("not-found", Assert.Single(ActivityFiles.Read([""])).Problem!.Code);
        Assert.Equal("empty", Assert.Single(ActivityFiles.Read([_folder.Write("empty.fit", "")])).Problem!.Code);
    }

    [Fact]
    public void A_folder_that_links_to_itself_ends()
    {
        _folder.Write("a/run.fit", FitFixtures.Run());
        Link(() => Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "a", "loop"), _folder.Path));
        Assert.NotNull(Assert.Single(ActivityFiles.Read([_folder.Path])).Activity);
    }

    [Fact]
    public void A_linked_file_is_read_and_a_link_to_nowhere_is_not_told()
    {
        var run = _folder.Write("elsewhere/run.fit", FitFixtures.Run());
        Directory.CreateDirectory(Path.Combine(_folder.Path, "given"));
        Link(() => File.CreateSymbolicLink(Path.Combine(_folder.Path, "given", "run.fit"), run));
        Link(() => File.CreateSymbolicLink(Path.Combine(_folder.Path, "given", "gone.fit"), run + "x"));
        Assert.EndsWith("given/run.fit", Assert.Single(ActivityFiles.Read([Path.Combine(_folder.Path, "given")])).Activity!.File, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_folder_says_so() => Assert.Equal("no-files", Assert.Single(ActivityFiles.Read([_folder.Path])).Problem!.Code);

    [Fact]
    public void Many_paths_come_back_in_their_order()
    {
        var paths = Enumerable.Range(0, 200).Select(i => _folder.Write($"{i}.fit", FitFixtures.Run(FitFixtures.Start + (uint)(i * 90000), records: i % 7 == 0 ? 2000 : 10))).Reverse().ToList();
        Assert.Equal(paths, ActivityFiles.Read(paths, new ReadOptions { Parallelism = 4 }).Select(result => result.File));
    }

    [Fact]
    public void A_reading_that_is_left_early_lets_go_of_its_files()
    {
        var path = _folder.WriteZip("a.zip", [.. Enumerable.Range(0, 300).Select(i => ($"{i:000}.fit", FitFixtures.Run()))]);
        Assert.Equal(3, ActivityFiles.Read([path]).Take(3).Count());
        using var alone = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.True(alone.CanWrite);
    }

    private string Unpack(byte[] zip, string name)
    {
        var folder = Path.Combine(_folder.Path, name);
        System.IO.Compression.ZipFile.ExtractToDirectory(_folder.Write($"{name}.bytes", zip), folder);
        File.Delete(Path.Combine(_folder.Path, $"{name}.bytes"));
        return folder;
    }

    private static string Values(string path, int parallelism) =>
        JsonSerializer.Serialize(ActivityFiles.Read([path], new ReadOptions { Parallelism = parallelism })).Replace(path.TrimEnd('/'), "", StringComparison.Ordinal);

    private static void Link(Action create)
    {
        try
        {
            create();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException && OperatingSystem.IsWindows())
        {
            Assert.Skip("This user may not make symbolic links.");
        }
    }
}
