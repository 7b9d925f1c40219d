using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Digest.Sending;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tagging;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Tagging;

public sealed class LoadSettingsTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly CarriedPiece Vest = new(EquipmentKind.Vest, Mass.FromKilograms(8));

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
    public async Task What_was_told_comes_back_as_it_was_told()
    {
        var told = new RunnerLoadSettings
        {
            DefaultLoads = new Dictionary<EquipmentKind, Mass> { [EquipmentKind.WeightBelt] = Mass.FromKilograms(3.5) },
            GearLoads = new Dictionary<string, CarriedPiece> { ["\"Old\" pack {1}"] = new(EquipmentKind.Backpack, null), ["Black vest"] = Vest },
            UsualBag = new UsualBag(true, Mass.FromKilograms(6)),
            Refusals = new Dictionary<string, int> { ["soft-equipment:pack"] = 1 },
        };
        await Settings.ChangeAsync(_runner, _ => told, Cancellation);
        var read = await Settings.ReadAsync(_runner, Cancellation);
        Assert.Equal(told.DefaultLoads, read.DefaultLoads);
        Assert.Equal(told.GearLoads, read.GearLoads);
        Assert.Equal(told.UsualBag, read.UsualBag);
        Assert.Equal(told.Refusals, read.Refusals);
        Assert.False(read.UsesPounds);
        await _database.ExecuteAsync("update runners set units = 'imperial'");
        Assert.True((await Settings.ReadAsync(_runner, Cancellation)).UsesPounds);
    }

    [Fact]
    public async Task Gear_that_stands_for_a_load_tags_the_runs_that_are_here_and_those_that_come()
    {
        await StoreAsync("old", "Morning run", gear: "Black vest");
        await StoreAsync("shoes", "Morning run", gear: "Blue shoes");
        Assert.Equal("not_weighted []", await TagAsync("shoes"));

        await MapAsync("Black vest", Vest);
        Assert.Equal("""weighted [{"kg": 8, "kind": "vest"}]""", await TagAsync("old"));
        Assert.Equal("not_weighted []", await TagAsync("shoes"));
        await StoreAsync("new", "Evening run", gear: "Black vest");
        Assert.Equal("""weighted [{"kg": 8, "kind": "vest"}]""", await TagAsync("new"));

        await Settings.ChangeAsync(_runner, before => before with { GearLoads = new Dictionary<string, CarriedPiece>() }, Cancellation);
        Assert.Equal("not_weighted []", await TagAsync("new"));
    }

    [Fact]
    public async Task A_load_said_of_one_run_is_the_usual_one_of_the_others_that_name_none()
    {
        await StoreAsync("a", "Weighted vest hills");
        await StoreAsync("b", "Weighted vest again");
        await StoreAsync("c", "Weighted vest 5 kg");
        Assert.Equal("""weighted [{"kg": null, "kind": "vest"}]""", await TagAsync("b"));

        await Corrections.SayAsync(_runner, new ActivityId("fit:a"), new RunnerAnswer(true, [Vest]), Cancellation);
        Assert.Equal("""weighted [{"kg": 8, "kind": "vest"}]""", await TagAsync("b"));
        Assert.Equal("""weighted [{"kg": 5, "kind": "vest"}]""", await TagAsync("c"));
    }

    [Fact]
    public async Task The_second_no_to_a_word_silences_it_and_the_first_does_not()
    {
        await StoreAsync("a", "Hills with pack");
        await StoreAsync("b", "Lake with pack");
        await StoreAsync("c", "Woods with pack");
        Assert.StartsWith("suspected", await TagAsync("c"), StringComparison.Ordinal);

        await SayNoAsync("a");
        await SayNoAsync("a");
        Assert.StartsWith("suspected", await TagAsync("c"), StringComparison.Ordinal);
        await SayNoAsync("b");
        Assert.Equal("not_weighted []", await TagAsync("c"));
    }

    [Fact]
    public async Task What_the_runner_said_about_a_run_stands_against_every_setting()
    {
        await StoreAsync("a", "Morning run", gear: "Black vest");
        await SayNoAsync("a");
        await MapAsync("Black vest", Vest);
        Assert.Equal("not_weighted []", await TagAsync("a"));
    }

    [Fact]
    public async Task A_providers_gear_is_kept_only_when_the_runner_has_entered_it()
    {
        await StoreAsync("a", "Morning run", gear: "Weighted vest 3000");
        await Corrections.SayAsync(_runner, new ActivityId("fit:a"), new RunnerAnswer(true, [Vest]), Cancellation);
        Assert.DoesNotContain("3000", await _database.ScalarAsync<string>("select load_settings::text from load_settings"), StringComparison.Ordinal);

        await MapAsync("Weighted vest 3000", new CarriedPiece(EquipmentKind.Vest, null));
        await StoreAsync("b", "Evening run", gear: "Weighted vest 3000");
        await Corrections.SayAsync(_runner, new ActivityId("fit:b"), new RunnerAnswer(true, [new CarriedPiece(EquipmentKind.Vest, Mass.FromKilograms(9))]), Cancellation);
        Assert.Equal(9, (await Settings.ReadAsync(_runner, Cancellation)).GearLoads["Weighted vest 3000"].Mass!.Value.Kilograms);
    }

    [Fact]
    public async Task A_tag_whose_words_have_gone_stays_as_it_was_read()
    {
        var connection = await _database.ScalarAsync<long>("insert into connections (runner_id, provider, external_id) values (@_runner, 'strava', '7') returning connection_id", new { _runner });
        await StoreAsync("a", "Weighted vest");
        await _database.ExecuteAsync("update activities set connection_id = @connection, expires_at = now() + interval '7 days', detail_fetched_at = now(), detail_expires_at = null", new { connection });
        await Settings.ChangeAsync(_runner, before => before with { DefaultLoads = new Dictionary<EquipmentKind, Mass> { [EquipmentKind.Vest] = Mass.FromKilograms(8) } }, Cancellation);
        Assert.Equal("""weighted [{"kg": null, "kind": "vest"}]""", await TagAsync("a"));

        await _database.ExecuteAsync("update activities set detail_expires_at = now() + interval '7 days'");
        await Settings.ChangeAsync(_runner, before => before with { DefaultLoads = new Dictionary<EquipmentKind, Mass> { [EquipmentKind.Vest] = Mass.FromKilograms(9) } }, Cancellation);
        Assert.Equal("""weighted [{"kg": 9, "kind": "vest"}]""", await TagAsync("a"));
    }

    [Fact]
    public async Task The_next_digest_is_told_what_a_run_was_taken_for_before()
    {
        await StoreAsync("a", "Morning run", gear: "Black vest 3000");
        await StoreAsync("b", "Morning run");
        await _database.ExecuteAsync(
            "insert into digests (runner_id, week_starts_on, state, due_at, next_try_at, sent_at) values (@_runner, '2025-03-03', 'sent', now(), now(), now() - interval '1 hour')", new { _runner });
        await MapAsync("Black vest 3000", Vest);
        await MapAsync("Black vest 3000", Vest with { Mass = Mass.FromKilograms(9) });

        var changed = Assert.Single((await new Circumstances(_database.Source, TimeProvider.System).ReadAsync(_runner, Cancellation)).Corrections);
        Assert.Equal("fit:a", changed.ActivityRef);
        Assert.Equal("weighted", changed.Outcome);
        Assert.DoesNotContain("9", changed.PreviousPieces!, StringComparison.Ordinal);

        await SayNoAsync("a");
        changed = Assert.Single((await new Circumstances(_database.Source, TimeProvider.System).ReadAsync(_runner, Cancellation)).Corrections);
        Assert.Equal("not_weighted", changed.Outcome);
        Assert.DoesNotContain("8", changed.PreviousPieces!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_touches_no_run_that_it_says_nothing_about()
    {
        await StoreAsync("a", "Weighted vest 5 kg");
        await _database.ExecuteAsync("update activity_tags set pieces = '[{\"kg\": 6, \"kind\": \"vest\"}]', lexicon_version = 'older'");
        await MapAsync("Black vest", Vest);
        Assert.Equal("""weighted [{"kg": 6, "kind": "vest"}]""", await TagAsync("a"));
    }

    [Fact]
    public async Task Anothers_settings_change_nothing_here()
    {
        await StoreAsync("a", "Weighted vest");
        var other = new RunnerId(await _database.ScalarAsync<long>("insert into runners default values returning runner_id"));
        await Settings.ChangeAsync(other, before => before with { DefaultLoads = new Dictionary<EquipmentKind, Mass> { [EquipmentKind.Vest] = Mass.FromKilograms(8) } }, Cancellation);
        Assert.Equal("""weighted [{"kg": null, "kind": "vest"}]""", await TagAsync("a"));
    }

    [Theory]
    [InlineData("Workout", "Murph with vest 9 kg, 2 mile run", "weighted")]
    [InlineData("Yoga", "Murph with vest 9 kg, 2 mile run", "not_weighted")]
    public async Task A_workout_may_hold_runs_and_yoga_does_not(string word, string title, string outcome)
    {
        await StoreAsync("a", title, sport: Sport.Other, word: word);
        Assert.StartsWith(outcome, await TagAsync("a"), StringComparison.Ordinal);
    }

    private LoadSettings Settings => new(_database.Source, TimeProvider.System);

    private RunnerCorrections Corrections => new(_database.Source, TimeProvider.System);

    private Task<bool> SayNoAsync(string id) => Corrections.SayAsync(_runner, new ActivityId($"fit:{id}"), RunnerAnswer.No, Cancellation);

    private Task MapAsync(string gear, CarriedPiece piece) =>
        Settings.ChangeAsync(_runner, before => before with { GearLoads = new Dictionary<string, CarriedPiece> { [gear] = piece } }, Cancellation);

    private Task<string> TagAsync(string id) =>
        _database.ScalarAsync<string>("select outcome || ' ' || pieces::text from activity_tags join activities using (activity_id) where external_id = @id", new { id });

    private async Task StoreAsync(string id, string title, string? gear = null, Sport sport = Sport.Run, string? word = null)
    {
        var run = new IncomingActivity
        {
            Source = "fit",
            ExternalId = id,
            StartLocal = new DateTime(2025, 3, 4, 7, 0, 0),
            Sport = sport,
            ProviderSport = word,
            Title = title,
            Detail = new ActivityDetail(null, null, gear),
        };
        var stored = await new ActivityStore(_database.Source, TimeProvider.System).StoreAsync(_runner, null, [run], null, Cancellation);
        var load = ActivityTagger.Tag(run, run.Detail, await Settings.ReadAsync(_runner, Cancellation));
        await new TagStore(_database.Source, TimeProvider.System).StoreAsync([(stored[0].ActivityId, load)], LoadTagger.LexiconVersion, Cancellation);
    }
}
