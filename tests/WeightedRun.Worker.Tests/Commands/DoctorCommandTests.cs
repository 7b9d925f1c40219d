using System.Text.Json;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Commands;

public sealed class DoctorCommandTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_healthy_product_is_told_in_lines_and_in_json()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var key = MasterKeys.Create();
        await TestSecrets.OpenAsync(database, key);
        var settings = Settings(database, key);

        var (exitCode, lines, _) = await Shell.RunAsync(settings, "doctor");
        Assert.Equal(0, exitCode);
        Assert.Equal(["database", "migrations", "secrets", "clock", "zones", "strava", "garmin-key", "garmin-push"], lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]));

        var (_, json, _) = await Shell.RunAsync(settings, "doctor", "--json");
        using var report = JsonDocument.Parse(json);
        Assert.True(report.RootElement.GetProperty("ok").GetBoolean());
        Assert.All(report.RootElement.GetProperty("checks").EnumerateArray(), check => Assert.Equal("ok", check.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_wrong_master_key_fails_with_what_mends_it()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await TestSecrets.OpenAsync(database, MasterKeys.Create());
        var (exitCode, lines, _) = await Shell.RunAsync(Settings(database, MasterKeys.Create()), "doctor");
        Assert.Equal(3, exitCode);
        Assert.Contains("Add it to Secrets__MasterKeys", lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_database_is_to_be_watched_and_migrate_mends_it()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync();
        var settings = Settings(database, MasterKeys.Create());
        var (exitCode, lines, _) = await Shell.RunAsync(settings, "doctor");
        Assert.Equal(0, exitCode);
        Assert.Contains("Run weightedrun migrate", lines, StringComparison.Ordinal);

        Assert.Equal(0, (await Shell.RunAsync(settings, "migrate")).ExitCode);
        Assert.DoesNotContain("weightedrun migrate", (await Shell.RunAsync(settings, "doctor")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=x", "cannot be reached")]
    [InlineData("nonsense", "cannot be read. Write it like Host=localhost")]
    public async Task A_database_that_is_not_there_is_said_in_one_sentence(string connectionString, string sentence)
    {
        var (exitCode, json, _) = await Shell.RunAsync(new Dictionary<string, string> { ["Database__ConnectionString"] = connectionString }, "doctor", "--json");
        Assert.Equal(3, exitCode);
        using var report = JsonDocument.Parse(json);
        Assert.Contains(sentence, report.RootElement.GetProperty("checks")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Settings(TestDatabase database, string masterKey) =>
        new() { ["Database__ConnectionString"] = database.ConnectionString, ["Secrets__MasterKeys"] = masterKey };
}
