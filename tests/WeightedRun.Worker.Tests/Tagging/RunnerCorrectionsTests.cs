using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tagging;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Tagging;

public sealed class RunnerCorrectionsTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly ActivityId Run = new("fit:a");
    private static readonly RunnerAnswer Vest = new(true, [new CarriedPiece(EquipmentKind.Vest, Mass.FromKilograms(8))]);

    private TestDatabase _database = null!;
    private RunnerId _runner;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        _runner = new RunnerId(await _database.ScalarAsync<long>("insert into runners default values returning runner_id"));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task The_runners_word_becomes_the_runs_tag()
    {
        await StoreAsync();
        Assert.True(await Corrections.SayAsync(_runner, Run, Vest, Cancellation));
        Assert.Equal("""weighted runner [{"kg": 8, "kind": "vest"}]""", await TagAsync());

        Assert.True(await Corrections.SayAsync(_runner, Run, RunnerAnswer.No, Cancellation));
        Assert.Equal("not_weighted runner []", await TagAsync());
    }

    [Fact]
    public async Task Said_twice_it_changes_nothing()
    {
        await StoreAsync();
        Assert.True(await Corrections.SayAsync(_runner, Run, Vest, Cancellation));
        Assert.False(await Corrections.SayAsync(_runner, Run, Vest, Cancellation));
        Assert.Equal(1, await _database.ScalarAsync<int>("select count(*) from corrections"));
    }

    [Fact]
    public async Task The_word_outlives_the_purge_and_every_later_reading()
    {
        await StoreAsync();
        await Corrections.SayAsync(_runner, Run, Vest, Cancellation);
        await _database.ExecuteAsync("delete from activities");

        await StoreAsync();
        Assert.Equal("""weighted runner [{"kg": 8, "kind": "vest"}]""", await TagAsync());
    }

    [Fact]
    public async Task A_word_about_a_run_that_is_not_stored_waits_for_it()
    {
        Assert.True(await Corrections.SayAsync(_runner, Run, RunnerAnswer.No, Cancellation));
        await StoreAsync();
        Assert.Equal("not_weighted runner []", await TagAsync());
    }

    [Fact]
    public async Task Yes_without_a_load_is_weighted_with_a_load_that_is_not_known()
    {
        await StoreAsync();
        await Corrections.SayAsync(_runner, Run, new RunnerAnswer(true, []), Cancellation);
        Assert.Equal("""weighted runner [{"kg": null, "kind": "unknown"}]""", await TagAsync());
    }

    [Fact]
    public async Task Another_runners_run_of_the_same_name_is_left_alone()
    {
        await StoreAsync();
        var other = new RunnerId(await _database.ScalarAsync<long>("insert into runners default values returning runner_id"));
        await Corrections.SayAsync(other, Run, RunnerAnswer.No, Cancellation);
        Assert.Equal("""weighted title [{"kg": 10, "kind": "backpack"}]""", await TagAsync());
    }

    private RunnerCorrections Corrections => new(_database.Source, TimeProvider.System);

    private Task<string> TagAsync() => _database.ScalarAsync<string>("select outcome || ' ' || source || ' ' || pieces::text from activity_tags");

    /// <summary>A run that its title calls weighted.</summary>
    private async Task StoreAsync()
    {
        var run = new IncomingActivity { Source = "fit", ExternalId = "a", StartLocal = new DateTime(2025, 3, 4, 7, 0, 0), Sport = Sport.Run };
        var stored = await new ActivityStore(_database.Source, TimeProvider.System).StoreAsync(_runner, null, [run], null, Cancellation);
        var load = new CarriedLoad { Source = LoadSource.Title, Pieces = [new CarriedPiece(EquipmentKind.Backpack, Mass.FromKilograms(10))] };
        await new TagStore(_database.Source, TimeProvider.System).StoreAsync([(stored[0].ActivityId, load)], "1", Cancellation);
    }
}
