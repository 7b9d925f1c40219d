using System.Text;
using WeightedRun.Analysis.Runs;
using WeightedRun.Files.Tests.Fixtures;

namespace WeightedRun.Files.Tests.StravaExport;

public sealed class StravaExportTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_row_is_joined_to_its_file()
    {
        var run = Read(ExportFixtures.Strava())[0].Activity!;

        Assert.Equal(ActivitySource.StravaExport, run.Source);
        Assert.Equal("Vest 7 kg", run.Title);
        Assert.Equal("easy, \"really\"\nsecond line", run.Description);
        Assert.Equal("slept badly", run.PrivateNote);
        Assert.Equal("Shoe 1", run.Gear);
        Assert.Equal(74, run.BodyMass?.Kilograms);
        Assert.Equal(new DateTime(2024, 5, 6, 8, 0, 0), run.StartLocal);
        Assert.Equal(TimeSpan.FromSeconds(600), run.MovingTime);
        Assert.Equal(TimeSpan.FromMilliseconds(600250), run.ElapsedTime);
        Assert.Equal(601, run.Records);
        Assert.Equal(["strava:100", "strava-upload:900"], run.ExternalIds.Take(2));
        Assert.False(run.IsManual);
    }

    [Fact]
    public void A_row_without_a_file_is_a_manual_activity()
    {
        var run = Read(ExportFixtures.Strava())[1].Activity!;
        Assert.True(run.IsManual);
        Assert.Equal(new DateTime(2024, 5, 8, 17, 30, 0, DateTimeKind.Utc), run.StartUtc);
        Assert.Equal(5000, run.Distance?.Meters);
        Assert.Equal(0, run.Records);
    }

    [Fact]
    public void A_missing_file_leaves_the_row()
    {
        var run = Read(ExportFixtures.Strava(ExportFixtures.Header, Row("May 6, 2024, 6:00:00 AM", "Run", filename: "activities/901.fit.gz")))[0].Activity!;
        Assert.Equal(1800, run.Distance?.Meters);
        Assert.StartsWith("no-file", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Unpacked_or_below_one_folder_it_is_the_same_export()
    {
        foreach (var root in (string[])["plain", "wrapped/export_1"])
            System.IO.Compression.ZipFile.ExtractToDirectory(_folder.Write("s.zip", ExportFixtures.Strava()), Path.Combine(_folder.Path, root));

        foreach (var root in (string[])["plain", "wrapped"])
            Assert.Equal(["Vest 7 kg", "Typed in"], ActivityFiles.Read([Path.Combine(_folder.Path, root)]).Select(result => result.Activity!.Title));
    }

    [Theory]
    [InlineData("Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart", "06.05.2024, 06:00:00", "Lauf", Sport.Run)]
    [InlineData("Activiteits-ID,Datum,Naam,Type", "6 mei 2024 06:00:00", "Hardloopsessie", Sport.Run)]
    [InlineData("Id. de actividad,Fecha,Nombre,Tipo", "6 may 2024, 6:00:00 a.m.", "Carrera", Sport.Run)]
    [InlineData("ID de l’activité,Date,Nom,Type", "6 mai 2024 à 06:00:00", "Course à pied", Sport.Run)]
    [InlineData("ID attività,Data,Nome,Tipo", "6 mag 2024, 06:00:00", "Corsa", Sport.Run)]
    [InlineData("ID da atividade,Data,Nome,Tipo", "6 de mai. de 2024, 06:00:00", "Corrida", Sport.Run)]
    [InlineData("Activity ID,Date,Name,Type", "May 6, 2024, 6:00:00 AM", "Virtual Run", Sport.VirtualRun)]
    [InlineData("Activiteits-ID,Datum,Naam,Type", "6 mei 2024 06:00:00", "Wandeling", Sport.Walk)]
    [InlineData("ID attività,Data,Nome,Tipo", "6 mag 2024, 06:00:00", "Escursione", Sport.Hike)]
    public void Every_language_is_read_by_its_places(string header, string date, string type, Sport sport)
    {
        var columns = string.Join(',', header.Split(',').Concat(Enumerable.Repeat("?", 17)));
        var results = Read(ExportFixtures.Strava(columns, Row(date, type, "4,73", filename: ""), Row(date, type, filename: "activities/900.fit.gz")));
        Assert.Equal(sport, results[0].Activity!.Sport);
        Assert.Equal(new DateTime(2024, 5, 6, 6, 0, 0, DateTimeKind.Utc), results[0].Activity!.StartUtc);
    }

    [Fact]
    public void An_older_export_without_two_of_the_columns_is_read_by_its_file_names()
    {
        var run = Read(ExportFixtures.Strava(
            "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Relative Effort,Commute,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance",
            "100,\"May 6, 2024, 6:00:00 AM\",Old,Run,,700,1.8,20,true,Shoe 1,activities/900.fit.gz,74.0,,650.0,600.0,1800.0"))[0].Activity!;
        Assert.Equal("Shoe 1", run.Gear);
        Assert.True(run.IsCommute);
        Assert.Null(run.PrivateNote);
        Assert.Equal(TimeSpan.FromSeconds(600), run.MovingTime);
    }

    [Fact]
    public void A_short_row_is_told_and_the_others_are_read()
    {
        var results = Read(ExportFixtures.Strava(ExportFixtures.Header, "100,broken", Row("May 6, 2024, 6:00:00 AM", "Run", filename: "activities/900.fit.gz")));
        Assert.Equal(("bad-row", 2L), (results[0].Problem!.Code, results[0].Problem!.Line));
        Assert.NotNull(results[1].Activity);
    }

    private static string Row(string date, string type, string kilometers = "1.8", string filename = "") =>
        $"100,\"{date}\",Title,{type},,700,\"{kilometers}\",170,20,false,note,Shoe 1,{filename},74.0,,650.0,600.0,1800.0,4,3,12.0";

    private List<ReadResult> Read(byte[] zip) => [.. ActivityFiles.Read([_folder.Write("export.zip", zip)])];

    [Fact]
    public void A_table_longer_than_a_life_is_cut_and_said_so()
    {
        var row = "1,\"May 6, 2024, 7:00:00 AM\",x,Run,,60,1.0,,,false,,,activities/1.fit.gz\n";
        using var folder = new ScratchFolder();

        var results = ActivityFiles.Read([folder.WriteZip("a.zip", ("activities.csv", Encoding.UTF8.GetBytes(ExportFixtures.Header + "\n" + string.Concat(Enumerable.Repeat(row, 73_100)))))]).ToList();

        Assert.Equal("too-large", Assert.Single(results, result => result.Problem is not null).Problem!.Code);
        Assert.InRange(results.Count, 72_000, 73_100);
    }
}
