using System.Text;
using System.Text.Json;
using WeightedRun.Files.Tests;
using WeightedRun.Files.Tests.Fixtures;

namespace WeightedRun.Worker.Tests.Commands;

public sealed class ReportCommandTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_strava_export_becomes_the_weeks_digest()
    {
        var output = Path.Combine(_folder.Path, "out");
        var (exitCode, text, error) = await Shell.RunAsync("report", Export(), "--body-mass", "70", "--out", output, "--zone", "Europe/Berlin");

        Assert.Equal(0, exitCode);
        Assert.StartsWith("STOP  ·  3 to 9 March 2025\n4 weighted runs, more than the limit of 3.", text, StringComparison.Ordinal);
        Assert.Contains("Weighted runs      4 of 3", text, StringComparison.Ordinal);
        Assert.Contains("8.4 kg, 12 %", text, StringComparison.Ordinal);
        Assert.Contains("Thursday: 8.4 kg is 12 % of your weight, in week 1 of running with", text, StringComparison.Ordinal);
        Assert.Contains("Next week\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', text);
        Assert.Equal(text, await File.ReadAllTextAsync(Path.Combine(output, "digest.txt"), TestContext.Current.CancellationToken));
        Assert.Contains("digest.html", error, StringComparison.Ordinal);

        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(output, "report.json"), TestContext.Current.CancellationToken));
        Assert.Equal("red", report.RootElement.GetProperty("colour").GetString());
        Assert.Equal("2025-W10", report.RootElement.GetProperty("week").GetString());
        Assert.Equal(4, report.RootElement.GetProperty("weighted_sessions").GetInt32());
    }

    [Fact]
    public async Task A_hostile_title_is_encoded_on_the_page_and_harmless_on_the_terminal()
    {
        var output = Path.Combine(_folder.Path, "out");
        var (_, text, _) = await Shell.RunAsync("report", Export("<script>alert(1)</script>\u202E \e[31m vest 5 kg"), "--out", output);
        var page = await File.ReadAllTextAsync(Path.Combine(output, "digest.html"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', text);
        Assert.DoesNotContain('\u202E', text);
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 1000, 40 * 1024);
    }

    [Fact]
    public async Task Imperial_units_are_used_throughout()
    {
        var (_, text, _) = await Shell.RunAsync("report", Export(), "--body-mass", "154 lb", "--units", "imperial");
        Assert.Contains("18.5 lb", text, StringComparison.Ordinal);
        Assert.Contains("5.0 mi", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" km", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_body_mass_the_load_is_said_to_be_unchecked()
    {
        var (exitCode, text, _) = await Shell.RunAsync("report", Export(bodyMass: ""));
        Assert.Equal(0, exitCode);
        Assert.Contains("we do not know what you weigh", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--body-mass", "7000")]
    [InlineData("--body-mass", "heavy")]
    [InlineData("--week", "2025-W60")]
    [InlineData("--units", "stone")]
    [InlineData("--zone", "Mars/Base")]
    [InlineData("--birth-year", "90")]
    public async Task A_wrong_value_is_named(string option, string value)
    {
        var (exitCode, output, error) = await Shell.RunAsync("report", _folder.Path, option, value);
        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.Contains(value, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_bad_input()
    {
        var (exitCode, output, error) = await Shell.RunAsync("report", Path.Combine(_folder.Path, "nowhere"));
        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.Contains("Check the path", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Real_recordings_become_a_digest()
    {
        var folder = SharedData.Folder("fit") ?? SharedData.Skip("fit");
        var (exitCode, text, error) = await Shell.RunAsync("report", folder, "--zone", "Europe/London");
        Assert.Equal(0, exitCode);
        Assert.Contains("2 to 8 September 2019", text, StringComparison.Ordinal);
        Assert.Contains("12.1 km", text, StringComparison.Ordinal);
        Assert.Contains("16_run_fr70", text, StringComparison.Ordinal);
        Assert.Contains("22_corrupt_bad_file_crc.fit: bad-crc", error, StringComparison.Ordinal);
    }

    /// <summary>A month of plain runs, then a week of four runs with weight.</summary>
    private string Export(string title = "Vest 8.4 kg", string bodyMass = "70.0")
    {
        var number = 0;
        var rows = new List<string> { ExportFixtures.Header };
        for (var day = 1; day <= 28; day += 3)
            rows.Add(Row($"Feb {day}, 2025, 6:00:00 AM", "Easy"));

        rows.AddRange([Row("Mar 3, 2025, 6:00:00 AM", "#vest7kg hills"), Row("Mar 4, 2025, 6:00:00 AM", "Vest 7 kg"), Row("Mar 6, 2025, 6:00:00 AM", title), Row("Mar 8, 2025, 6:00:00 AM", "Vest 7 kg")]);
        return _folder.Write("export.zip", ScratchFolder.Zip(("activities.csv", Encoding.UTF8.GetBytes(string.Join('\n', rows)))));

        string Row(string date, string name) => $"{++number},\"{date}\",\"{name}\",Run,,2900,8.0,170,20,false,,Shoe 1,,{bodyMass},,2900.0,2880.0,8000.0,4,3,12.0";
    }
}
