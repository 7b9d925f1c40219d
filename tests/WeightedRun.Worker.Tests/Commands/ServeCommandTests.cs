using System.Net;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Commands;

public sealed class ServeCommandTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_process_on_an_empty_database_migrates_lives_schedules_its_jobs_and_stops_when_told()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync();
        await using var serve = await ServeProcess.StartAsync(database);

        Assert.Equal(HttpStatusCode.OK, (await serve.Http.GetAsync(new Uri("/jobs", UriKind.Relative), Cancellation)).StatusCode);
        Assert.Equal(JobSchedule.All.Select(job => job.Id), await database.QueryAsync<string>("select value from hangfire.set where key = 'recurring-jobs' order by value"));
        Assert.Contains(@"""t"":""purge-expired""", await database.ScalarAsync<string>("select value from hangfire.hash where key = 'recurring-job:purge-expired' and field = 'Job'"), StringComparison.Ordinal);
        Assert.Equal(0, await serve.StopAsync());
    }

    [Fact]
    public async Task The_dashboard_sends_everybody_to_the_sign_in_also_what_a_proxy_forwards_and_foreign_names()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var serve = await ServeProcess.StartAsync(database, "web");
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = serve.Http.BaseAddress };
        foreach (var (header, value) in new[] { ("Accept", "text/html"), ("X-Forwarded-For", "203.0.113.9"), ("Forwarded", "for=203.0.113.9"), ("Host", "evil.example") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/jobs");
            request.Headers.TryAddWithoutValidation(header, value);
            using var answer = await http.SendAsync(request, Cancellation);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.EndsWith("/admin/sign-in", answer.Headers.Location!.ToString().Split('?')[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_process_of_jobs_alone_shows_no_dashboard_and_one_of_the_web_alone_runs_no_jobs()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using (var web = await ServeProcess.StartAsync(database, "web"))
            Assert.Equal(0, await database.ScalarAsync<int>("select count(*) from hangfire.server"));

        await using var jobs = await ServeProcess.StartAsync(database, "jobs");
        Assert.Equal(HttpStatusCode.NotFound, (await jobs.Http.GetAsync(new Uri("/jobs", UriKind.Relative), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Four_processes_starting_at_once_on_an_empty_database_all_live()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync();
        var processes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ServeProcess.StartAsync(database)));
        Assert.Equal(1, await database.ScalarAsync<int>("select count(*) from data_protection_keys"));
        foreach (var process in processes)
            await process.DisposeAsync();
    }

    [Fact]
    public async Task Without_a_connection_string_it_brings_its_own_database_and_leaves_nothing_running()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"wr-serve-{Environment.ProcessId}");
        await using (var serve = await ServeProcess.StartAsync(new Dictionary<string, string> { ["Database__Folder"] = folder }))
        {
            Assert.Contains("Setting up a private PostgreSQL", serve.Output, StringComparison.Ordinal);
            Assert.Contains("Made a master key", serve.Output, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.EnumerateFiles(folder, "postmaster.pid", SearchOption.AllDirectories));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("--roles", "janitor", "there is no role \"janitor\"")]
    [InlineData("--roles", ",", "write web, jobs or web,jobs")]
    public async Task A_role_that_is_none_is_named(string option, string value, string sentence)
    {
        var (exitCode, _, error) = await Shell.RunAsync("serve", option, value);
        Assert.Equal(2, exitCode);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }
}
