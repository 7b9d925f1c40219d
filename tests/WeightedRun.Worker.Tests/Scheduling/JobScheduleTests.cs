using Hangfire;
using Hangfire.Common;
using Hangfire.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Scheduling;

public sealed class JobScheduleTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        _services = new ServiceCollection().AddLogging().AddJobs(_database.Source, new ConfigurationBuilder().Build(), Roles.Jobs).BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public void Ids_and_names_are_unique_and_in_kebab_case()
    {
        Assert.Equal(JobSchedule.All.Count, JobSchedule.All.Select(job => job.Id).Distinct().Count());
        Assert.All(JobSchedule.All.Select(job => job.Id).Concat(JobNames.All.Keys), name => Assert.Matches("^[a-z]+(-[a-z]+)*$", name));
    }

    [Fact]
    public void Every_job_has_a_stored_name_of_its_own() => Assert.Equal(
        typeof(JobNames).Assembly.GetTypes().Where(type => type.Name.EndsWith("Job", StringComparison.Ordinal) && type != typeof(ScheduledJob)).OrderBy(type => type.Name),
        JobNames.All.Values.OrderBy(type => type.Name));

    [Fact]
    public void Queues_in_order_of_priority_are_in_order_of_the_alphabet() => Assert.Equal(Queues.All.Order(StringComparer.Ordinal), Queues.All);

    [Fact]
    public async Task What_is_no_longer_in_the_schedule_is_removed_and_what_is_stays_once()
    {
        var recurring = _services.GetRequiredService<IRecurringJobManager>();
        recurring.AddOrUpdate("left-behind", Job.FromExpression<PurgeExpiredJob>(job => job.RunAsync(CancellationToken.None)), "0 0 1 1 *", new RecurringJobOptions());
        await _database.ExecuteAsync(
            """
            insert into hangfire.set (key, value, score) values ('recurring-jobs', 'of-a-class-that-is-gone', 0);
            insert into hangfire.hash (key, field, value) values ('recurring-job:of-a-class-that-is-gone', 'Job', '{"t":"Gone, weightedrun","m":"RunAsync"}'), ('recurring-job:of-a-class-that-is-gone', 'Cron', '* * * * *')
            """);

        foreach (var start in _services.GetServices<IHostedService>().OfType<ScheduleReconciler>().Concat(_services.GetServices<IHostedService>().OfType<ScheduleReconciler>()))
            await start.StartAsync(TestContext.Current.CancellationToken);

        using var connection = _services.GetRequiredService<JobStorage>().GetConnection();
        var stored = connection.GetRecurringJobs();
        Assert.Equal(JobSchedule.All.Select(job => (job.Id, job.Cron, "UTC")), stored.Select(job => (job.Id, job.Cron, job.TimeZoneId)));
    }

    [Fact]
    public async Task What_the_schedule_starts_lands_in_the_queue_of_its_row()
    {
        var recurring = _services.GetRequiredService<IRecurringJobManager>();
        await _services.GetServices<IHostedService>().OfType<ScheduleReconciler>().Single().StartAsync(TestContext.Current.CancellationToken);
        foreach (var job in JobSchedule.All)
            recurring.Trigger(job.Id);

        Assert.Equal(JobSchedule.All.Select(job => job.Job.Queue), await _database.QueryAsync<string>("select queue from hangfire.jobqueue order by id"));
    }

    [Fact]
    public async Task A_job_is_stored_by_its_name_so_that_its_class_can_be_renamed()
    {
        var id = _services.GetRequiredService<IBackgroundJobClient>().Enqueue<PurgeExpiredJob>(Queues.Upkeep, job => job.RunAsync(CancellationToken.None));
        Assert.Equal("purge-expired", await _database.ScalarAsync<string>("select invocationdata->>'Type' from hangfire.job"));

        using var connection = _services.GetRequiredService<JobStorage>().GetConnection();
        var stored = connection.GetJobData(id);
        Assert.Equal((typeof(PurgeExpiredJob), Queues.Upkeep), (stored.Job.Type, stored.Job.Queue));
    }

    [Fact]
    public void Ids_travel_as_arguments_of_jobs()
    {
        var client = _services.GetRequiredService<IBackgroundJobClient>();
        var id = client.Enqueue<Sample>(Queues.Events, sample => sample.RunAsync(new InboxEventId(7), CancellationToken.None));
        using var connection = _services.GetRequiredService<JobStorage>().GetConnection();
        Assert.Equal(new InboxEventId(7), connection.GetJobData(id).Job.Args[0]);
    }

    internal sealed class Sample
    {
#pragma warning disable CA1822, IDE0060 // Hangfire runs methods of instances, and this one is only stored.
        public Task RunAsync(InboxEventId id, CancellationToken cancellation) => Task.CompletedTask;
#pragma warning restore CA1822, IDE0060
    }
}
