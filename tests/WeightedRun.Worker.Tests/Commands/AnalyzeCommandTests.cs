using System.Diagnostics;
using System.Text.Json;
using WeightedRun.Analysis.Rules;
using WeightedRun.Files.Tests.Fixtures;

namespace WeightedRun.Worker.Tests.Commands;

public sealed class AnalyzeCommandTests : IDisposable
{
    internal const string Log = """
        {"profile":{"birth_year":1990,"body_mass":[{"on":"2025-01-01","kg":70.0}],"hr_max":null,"hr_rest":null,"experienced_since":null,"usual_load_kg":null,"ironman_until":null,"ironman_set_on":null,"week_starts_on":"monday"},
         "synced_from":"2024-09-01","synced_until":"2025-03-17T12:00:00Z",
         "activities":[{"id":"a1","start_local":"2025-03-03T07:00:00","utc_offset_s":3600,"sport":"run","surface":"outdoor","distance_m":8000,"moving_s":2880,"elapsed_s":2900,"elevation_gain_m":40,
           "avg_hr":147,"max_hr":165,"avg_cadence_spm":168,"temperature_c":null,"manual":false,"workout_type":null,"title":null,
           "load":{"source":"runner","equipment":[{"kind":"vest","kg":15.0}]}}]}
        """;

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_log_becomes_a_report_with_the_keys_of_the_contract()
    {
        var (exitCode, output, error) = await Shell.RunAsync("analyze", "--log", _folder.Write("log.json", Log), "--week", "2025-W10");
        Assert.Equal((0, ""), (exitCode, error));
        using var report = JsonDocument.Parse(output);
        Assert.Equal(["week", "starts_on", "ends_on", "colour", "thresholds_version", "weighted_sessions", "weighted_km", "load_km", "evaluations"], report.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("2025-W10", "2025-03-03", "2025-03-09", "red"), (Text("week"), Text("starts_on"), Text("ends_on"), Text("colour")));
        Assert.Equal(120, report.RootElement.GetProperty("load_km").GetDouble());
        var evaluations = report.RootElement.GetProperty("evaluations").EnumerateArray().ToList();
        Assert.Equal(RuleBook.Codes, evaluations.Select(evaluation => evaluation.GetProperty("rule").GetString()!).Distinct());
        Assert.All(evaluations, evaluation => Assert.Equal(["rule", "subject", "outcome", "severity", "reasons", "activities", "observed", "limits", "suppressed_by", "have", "need"], evaluation.EnumerateObject().Select(property => property.Name)));

        string? Text(string name) => report.RootElement.GetProperty(name).GetString();
    }

    [Fact]
    public async Task Without_a_week_it_is_the_last_complete_one()
    {
        var (_, output, _) = await Shell.RunAsync("analyze", "--log", _folder.Write("log.json", Log));
        Assert.StartsWith("{\"week\":\"2025-W11\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_a_line_is_a_report_a_line_and_a_bad_line_stops_nobody()
    {
        var line = Log.Replace("\n", "", StringComparison.Ordinal);
        var week = line.Replace("{\"profile\"", "{\"week\":\"2025-W09\",\"profile\"", StringComparison.Ordinal);
        var (exitCode, output) = await PipeAsync($"{week}\nrubbish\n\n{line}\n", "analyze", "--log", "-", "--week", "2025-W10");
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((0, 3), (exitCode, lines.Length));
        Assert.StartsWith("{\"week\":\"2025-W09\"", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("{\"line\":2,\"error\":", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("{\"week\":\"2025-W10\"", lines[2], StringComparison.Ordinal);
        Assert.Equal(1, (await PipeAsync("rubbish\n", "analyze", "--log", "-")).ExitCode);
    }

    [Fact]
    public async Task Tighter_limits_have_a_version_of_their_own_and_looser_ones_are_refused()
    {
        var log = _folder.Write("log.json", Log);
        var (_, output, _) = await Shell.RunAsync("analyze", "--log", log, "--thresholds", _folder.Write("tight.json", """{"max_sessions_per_week":2}"""));
        Assert.Contains("\"thresholds_version\":\"1+", output, StringComparison.Ordinal);
        var (exitCode, nothing, error) = await Shell.RunAsync("analyze", "--log", log, "--thresholds", _folder.Write("loose.json", """{"max_sessions_per_week":4}"""));
        Assert.Equal((1, ""), (exitCode, nothing));
        Assert.Contains("loose.json: max_sessions_per_week: 4 would loosen a safety bound, which is 3", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"sport\":\"run\"", "\"sport\":\"jog\"", "activities[0].sport: expected one of")]
    [InlineData("\"kind\":\"vest\"", "\"kind\":\"hat\"", "activities[0].load.equipment[0].kind")]
    [InlineData("\"2025-03-03T07:00:00\"", "\"2025-03-03T07:00:00Z\"", "activities[0].start_local: expected a local time without a zone")]
    [InlineData("\"moving_s\":2880", "\"moving_s\":1e300", "activities[0].moving_s: expected seconds of at most a year")]
    [InlineData("\"distance_m\":8000", "\"distance_m\":-1", "activities[0].distance_m")]
    [InlineData("\"distance_m\":8000", "\"distance_m\":\"far\"", "expected a number, found \"far\"")]
    [InlineData("\"kg\":70.0", "\"kg\":0", "profile.body_mass[0].kg: expected a number above 0")]
    [InlineData("\"synced_from\":\"2024-09-01\"", "\"synced_from\":\"1.9.2024\"", "synced_from: expected a date like 2025-01-31")]
    [InlineData("\"week_starts_on\":\"monday\"", "\"week_starts_on\":\"friday\"", "monday or sunday")]
    [InlineData("\"activities\":[", "\"activities\":[7,", "activities[0]: expected an object")]
    [InlineData("\"manual\":false", "\"manual\":0", "true, false or null")]
    [InlineData("\"birth_year\":1990", "\"birth_year\":90", "a whole number between 1900 and 2100")]
    [InlineData("\"id\":\"a1\",", "", "activities[0].id: expected a text that names the activity, found nothing")]
    [InlineData("}]}}]}", "", "no JSON")]
    [InlineData("\"activities\":[", "\"activities\":[{\"id\":\"a1\",\"start_local\":\"2025-03-05T07:00:00\",\"sport\":\"run\"},", "activities: several that start at different times have the id \"a1\"")]
    public async Task Bad_input_is_named_with_its_place(string right, string wrong, string sentence)
    {
        var (exitCode, output, error) = await Shell.RunAsync("analyze", "--log", _folder.Write("log.json", Log.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("log.json: ", error, StringComparison.Ordinal);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_below_the_clock_s_tick_is_as_unknown_as_none()
    {
        var unknown = _folder.Write("log.json", Log.Replace("\"moving_s\":2880,\"elapsed_s\":2900", "\"moving_s\":null,\"elapsed_s\":null", StringComparison.Ordinal));
        var tiny = _folder.Write("tiny.json", Log.Replace("\"moving_s\":2880,\"elapsed_s\":2900", "\"moving_s\":4e-8,\"elapsed_s\":1e-9", StringComparison.Ordinal));
        var (exitCode, output, _) = await Shell.RunAsync("analyze", "--log", tiny);
        Assert.Equal((0, (await Shell.RunAsync("analyze", "--log", unknown)).Output), (exitCode, output));
    }

    [Fact]
    public async Task A_file_that_is_not_there_a_wrong_week_and_a_missing_option_are_said()
    {
        Assert.Contains("Check the path", (await Shell.RunAsync("analyze", "--log", "nowhere.json")).Error, StringComparison.Ordinal);
        Assert.Contains("\"2025-10\" is no ISO week", (await Shell.RunAsync("analyze", "--log", _folder.Write("log.json", Log), "--week", "2025-10")).Error, StringComparison.Ordinal);
        Assert.Equal(2, (await Shell.RunAsync("analyze")).ExitCode);
    }

    private static async Task<(int ExitCode, string Output)> PipeAsync(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "weightedrun.dll"), .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
