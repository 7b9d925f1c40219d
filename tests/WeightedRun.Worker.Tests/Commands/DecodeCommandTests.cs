using System.Text.Json;
using WeightedRun.Files.Tests.Fit;
using WeightedRun.Files.Tests.Fixtures;

namespace WeightedRun.Worker.Tests.Commands;

public sealed class DecodeCommandTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task One_line_per_activity_with_the_keys_of_the_contract()
    {
        var (exitCode, output, error) = await Shell.RunAsync("decode", _folder.Write("a.fit", FitFixtures.Run()), _folder.Write("b.fit", "rubbish"));

        Assert.Equal(0, exitCode);
        Assert.Empty(error);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        using var run = JsonDocument.Parse(lines[0]);
        string[] keys =
        [
            "file", "source", "segment", "session", "sport", "sub_sport", "start", "start_local", "elapsed_s", "timer_s", "moving_s", "distance_m",
            "elevation_gain_m", "avg_hr", "max_hr", "avg_speed_mps", "records", "laps", "title", "description", "private_note", "gear", "device",
            "body_mass_kg", "carried_mass_kg", "external_ids", "warnings",
        ];
        Assert.Superset(keys.ToHashSet(), run.RootElement.EnumerateObject().Select(property => property.Name).ToHashSet());
        Assert.Equal("2024-05-06T06:00:00Z", run.RootElement.GetProperty("start").GetString());
        Assert.Equal("2024-05-06T08:00:00", run.RootElement.GetProperty("start_local").GetString());
        Assert.Equal(599.5, run.RootElement.GetProperty("timer_s").GetDouble());
        Assert.Equal(JsonValueKind.Null, run.RootElement.GetProperty("moving_s").ValueKind);
        using var problem = JsonDocument.Parse(lines[1]);
        Assert.Equal("not-an-activity-file", problem.RootElement.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Nothing_read_is_bad_input() => Assert.Equal(1, (await Shell.RunAsync("decode", _folder.Write("b.fit", "rubbish"))).ExitCode);

    [Theory]
    [InlineData("decode")]
    [InlineData("decode", "--nonsense", "a.fit")]
    [InlineData("nonsense")]
    public async Task A_wrong_command_line_says_so(params string[] arguments)
    {
        var (exitCode, output, error) = await Shell.RunAsync(arguments);
        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.Contains("--help", error, StringComparison.Ordinal);
    }
}
