using System.Text.Json;
using WeightedRun.Files.Tests.Fixtures;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Commands;

public sealed class ImportCommandTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly ScratchFolder _folder = new();
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await postgres.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Importing_twice_adds_nothing_even_from_another_place()
    {
        var gpx = _folder.Write("a/morning.gpx", TrackFixtures.Gpx());
        var (exitCode, first) = await ImportAsync(gpx, "--runner", "runner@example.org", "--create");
        Assert.Equal((0, 1, 1), (exitCode, first.GetProperty("read").GetInt32(), first.GetProperty("added").GetInt32()));

        var copy = _folder.Write("b/renamed.gpx", TrackFixtures.Gpx());
        var (_, second) = await ImportAsync(copy, "--runner", "RUNNER@example.org");
        Assert.Equal((1, 0, 1), (second.GetProperty("read").GetInt32(), second.GetProperty("added").GetInt32(), second.GetProperty("unchanged").GetInt32()));
        Assert.Equal(1, await _database.ScalarAsync<int>("select count(*) from activities"));
        Assert.True(await _database.ScalarAsync<bool>("select expires_at is null and connection_id is null from activities"));
        Assert.Equal(1, await _database.ScalarAsync<int>("select count(*) from activity_tags"));
    }

    [Fact]
    public async Task A_strava_export_brings_tags_and_what_the_runner_weighs_and_never_expires()
    {
        var export = _folder.Write("export.zip", ExportFixtures.Strava());
        var (_, summary) = await ImportAsync(export, "--runner", "runner@example.org", "--create");
        Assert.Equal(2, summary.GetProperty("added").GetInt32());
        Assert.Equal("""[{"kg": 7, "kind": "vest"}]""", await _database.ScalarAsync<string>("select pieces::text from activity_tags where outcome = 'weighted'"));
        Assert.Equal(74, await _database.ScalarAsync<double>("select max(mass_kg) from body_mass_entries where source = 'file' and expires_at is null"));

        var (_, again) = await ImportAsync(export, "--runner", "1");
        Assert.Equal((0, 2), (again.GetProperty("added").GetInt32(), again.GetProperty("unchanged").GetInt32()));
    }

    [Fact]
    public async Task An_unknown_runner_is_named_with_the_way_out()
    {
        var gpx = _folder.Write("a.gpx", TrackFixtures.Gpx());
        var (exitCode, _, error) = await Shell.RunAsync(Settings, "import", gpx, "--runner", "99");
        Assert.Equal(1, exitCode);
        Assert.Contains("There is no runner \"99\"", error, StringComparison.Ordinal);
        Assert.Equal(0, await _database.ScalarAsync<int>("select count(*) from activities"));
    }

    private Dictionary<string, string> Settings => new() { ["Database__ConnectionString"] = _database.ConnectionString };

    private async Task<(int ExitCode, JsonElement Summary)> ImportAsync(params string[] arguments)
    {
        var (exitCode, output, error) = await Shell.RunAsync(Settings, ["import", .. arguments]);
        Assert.True(exitCode == 0, error);
        using var summary = JsonDocument.Parse(output);
        return (exitCode, summary.RootElement.Clone());
    }
}
