using System.Text.Json;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Commands;

public sealed class DigestCommandTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly string Keys = MasterKeys.Create();
    private readonly string _folder = Directory.CreateTempSubdirectory("wr-digest-").FullName;
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        await _database.ExecuteAsync(
            """
            insert into runners (email, email_confirmed_at) values ('ann@example.org', now()), ('bob@example.org', null);
            insert into digest_settings (runner_id, next_due_at) select runner_id, now() + interval '1 day' from runners
            """);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_if_for_all_names_everybody_who_gets_one_and_sends_nothing()
    {
        var (exitCode, output, error) = await RunAsync("digest", "what-if", "--all", "--out", _folder);
        Assert.True(exitCode == 0, error);
        var line = JsonDocument.Parse(Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries))).RootElement;
        Assert.True(line.GetProperty("would_send").GetBoolean());
        Assert.Equal("quiet_week", line.GetProperty("variant").GetString());
        Assert.InRange(line.GetProperty("html_bytes").GetInt32(), 1, 40 * 1024);
        Assert.Equal(["1.html", "1.txt"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order());
        Assert.Equal(0, await _database.ScalarAsync<int>("select count(*) from digests"));
    }

    [Fact]
    public async Task What_if_says_what_stands_in_the_way()
    {
        var (_, output, _) = await RunAsync("digest", "what-if", "--runner", "bob@example.org");
        Assert.Contains("the address is not confirmed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ambiguous_digest_is_listed_and_goes_out_again_on_an_admins_word_alone()
    {
        await _database.ExecuteAsync("insert into digests (runner_id, week_starts_on, state, due_at, next_try_at) values (1, '2025-03-03', 'ambiguous', now(), now())");
        Assert.Contains("\"state\":\"ambiguous\"", (await RunAsync("digest", "list")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("digest", "resend", "1")).ExitCode);
        Assert.Equal("pending", await _database.ScalarAsync<string>("select state from digests"));
        Assert.Equal(1, (await RunAsync("digest", "resend", "1")).ExitCode);
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => Shell.RunAsync(
        new Dictionary<string, string> { ["Database__ConnectionString"] = _database.ConnectionString, ["Secrets__MasterKeys"] = Keys }, arguments);
}
