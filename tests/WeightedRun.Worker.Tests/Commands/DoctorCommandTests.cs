using System.Text.Json;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Mail;
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
        Assert.Equal(["settings", "database", "migrations", "secrets", "clock", "zones", "address", "mail", "strava", "scopes", "garmin-key", "garmin-push"], lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]));

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
    [InlineData("nonsense", "Database__ConnectionString: expected names and values, such as Host=localhost;")]
    public async Task A_database_that_is_not_there_is_said_in_one_sentence(string connectionString, string sentence)
    {
        var (exitCode, json, _) = await Shell.RunAsync(new Dictionary<string, string> { ["Database__ConnectionString"] = connectionString }, "doctor", "--json");
        Assert.Equal(3, exitCode);
        using var report = JsonDocument.Parse(json);
        Assert.Contains(report.RootElement.GetProperty("checks").EnumerateArray(), check => check.GetProperty("message").GetString()!.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mail_server_is_spoken_to_and_nothing_is_sent()
    {
        await using var sink = new SmtpSink();
        var answers = await AskAboutAsync("mail", MailOver(sink));
        Assert.Equal("ok", answers.State);
        Assert.Contains("For example.org, mailbox providers look for SPF, DKIM and DMARC", answers.Text, StringComparison.Ordinal);
        Assert.Equal((1, 0), (sink.Dialogues, sink.Count));

        sink.GoDown();
        var silent = await AskAboutAsync("mail", MailOver(sink));
        Assert.Equal("failed", silent.State);
        Assert.Contains("Check Mail__Host", silent.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mail__User", "ann", "Mail__Password", "secret")]
    [InlineData("Mail__Security", "StartTls", "Mail__TimeoutSeconds", "60")]
    public async Task A_mail_server_without_what_is_asked_of_it_is_said_and_mended(string key, string value, string other, string its)
    {
        await using var sink = new SmtpSink();
        var answer = await AskAboutAsync("mail", [.. MailOver(sink), (key, value), (other, its)]);
        Assert.Equal("failed", answer.State);
        Assert.Contains("Check Mail__Host, Mail__Port and Mail__Security, whether the server offers a sign-in", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("settings", "Mail__From", "somebody", "failed", "Mail__From=somebody: expected the sender's address, such as WeightedRun <digest@example.org>.")]
    [InlineData("mail", "Mail__From", "somebody", "watch", "See settings.")]
    [InlineData("settings", "Mail__Pasword", "secret", "watch", "Did you mean Mail__Password?")]
    [InlineData("mail", "Mail__PickupFolder", "/etc/hostname/mail", "failed", "Mail__PickupFolder to a folder that can be written to")]
    [InlineData("address", "Links__PublicUrl", "http://127.0.0.1:1", "watch", "Start weightedrun serve")]
    public async Task A_setting_that_cannot_work_is_named_with_what_mends_it(string check, string key, string value, string state, string sentence)
    {
        var answer = await AskAboutAsync(check, (key, value));
        Assert.Equal(state, answer.State);
        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_hides_private_runs_is_counted()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await database.ExecuteAsync("with runner as (insert into runners default values returning runner_id) insert into connections (runner_id, provider, external_id, scopes) select runner_id, 'strava', '7', '{read,activity:read,profile:read_all}' from runner");
        var answer = await AskAboutAsync("scopes", ("Database__ConnectionString", database.ConnectionString));
        Assert.Equal("watch", answer.State);
        Assert.Contains("Of 1 connections to Strava, 1 leave out private runs and 0 the body mass", answer.Text, StringComparison.Ordinal);
    }

    private static (string Key, string Value)[] MailOver(SmtpSink sink) =>
        [("Mail__Host", "127.0.0.1"), ("Mail__Port", $"{sink.Port}"), ("Mail__Security", "None"), ("Mail__From", "WeightedRun <digest@example.org>")];

    private async Task<(string State, string Text)> AskAboutAsync(string check, params (string Key, string Value)[] settings)
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var all = Settings(database, MasterKeys.Create());
        foreach (var (key, value) in settings)
            all[key] = value;

        using var report = JsonDocument.Parse((await Shell.RunAsync(all, "doctor", "--json")).Output);
        var found = report.RootElement.GetProperty("checks").EnumerateArray().Single(one => one.GetProperty("name").GetString() == check);
        return (found.GetProperty("state").GetString()!, $"{found.GetProperty("message").GetString()} {found.GetProperty("mend").GetString()}");
    }

    private static Dictionary<string, string> Settings(TestDatabase database, string masterKey) =>
        new() { ["Database__ConnectionString"] = database.ConnectionString, ["Secrets__MasterKeys"] = masterKey };
}
