using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;
using WeightedRun.Sandbox.Strava;
using WeightedRun.Worker.Digest.Links;
using WeightedRun.Worker.Digest.Schedule;
using WeightedRun.Worker.Digest.Sending;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tagging;
using WeightedRun.Worker.Tests.Mail;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Digest.Sending;

/// <summary>One test's world: runners with files, a mail server, and the product's own parts between them. It is Monday, 10 March 2025, seven in Berlin.</summary>
internal sealed class DigestCase : IAsyncDisposable
{
    public static readonly DateTimeOffset Monday = new(2025, 3, 10, 6, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _app;

    private DigestCase(TestDatabase database, SmtpSink sink, FakeTimeProvider time, WebApplication app) => (Database, Sink, Time, _app) = (database, sink, time, app);

    public TestDatabase Database { get; }

    public SmtpSink Sink { get; }

    public FakeTimeProvider Time { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Where the pages behind links are, once they are served.</summary>
    public Uri Address => new(_app.Urls.First());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<DigestCase> StartAsync(PostgresFixture postgres, params (string Key, string Value)[] settings) =>
        await StartAsync(await postgres.CreateDatabaseAsync(), MasterKeys.Create(), settings);

    public static async Task<DigestCase> StartAsync(TestDatabase database, string masterKeys, params (string Key, string Value)[] settings)
    {
        var (sink, time) = (new SmtpSink(), new FakeTimeProvider(Monday));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Port"] = sink.Port.ToString(CultureInfo.InvariantCulture),
            ["Mail:Security"] = "None",
            ["Mail:From"] = "WeightedRun <digest@runs.example.org>",
            ["Mail:TimeoutSeconds"] = "2",
            ["Links:PublicUrl"] = "https://runs.example.org",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        var opened = await Worker.Storage.Database.OpenAsync(new DatabaseOptions { ConnectionString = database.ConnectionString }, _ => { }, Cancellation);
        var keys = await Secrets.OpenAsync(opened.Source, new SecretsOptions { MasterKeys = masterKeys }, new DatabaseOptions(), _ => { }, Cancellation);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddWeightedRun(opened, keys, Roles.None);
        return new DigestCase(database, sink, time, builder.Build());
    }

    public async Task ServeAsync()
    {
        _app.MapDigestLinks();
        await _app.StartAsync(Cancellation);
    }

    /// <summary>The product asks this stand-in for Strava from now on; its clock is the product's.</summary>
    public async Task<StravaSandbox> AddStravaAsync()
    {
        var sandbox = await StravaSandbox.StartAsync(new Sandbox.Strava.StravaOptions { Clock = Time }, Cancellation);
        _app.Configuration["Strava:ClientId"] = sandbox.App.Id.ToString();
        _app.Configuration["Strava:ClientSecret"] = sandbox.App.Secret;
        _app.Configuration["Strava:ApiBaseUrl"] = new Uri(sandbox.BaseAddress, "api/v3").ToString();
        _app.Configuration["Strava:OAuthBaseUrl"] = new Uri(sandbox.BaseAddress, "oauth").ToString();
        return sandbox;
    }

    /// <summary>A runner in Berlin whose address is confirmed, with three runs in the week that ended yesterday.</summary>
    public async Task<RunnerId> AddRunnerAsync(string email = "ann@example.org", int runs = 3)
    {
        var runner = new RunnerId(await Database.ScalarAsync<long>(
            "insert into runners (email, email_confirmed_at, time_zone) values (@email, @now, 'Europe/Berlin') returning runner_id", new { email, now = Monday.AddDays(-30) }));
        await Database.ExecuteAsync("insert into digest_settings (runner_id, next_due_at) values (@runner, @Monday)", new { runner, Monday });
        for (var n = 0; n < runs; n++)
            await AddRunAsync(runner, new DateTime(2025, 3, 3 + (2 * n), 7, 0, 0), n % 2 == 0 ? 7 : null, $"Run {n}");

        return runner;
    }

    public async Task<ActivityId> AddRunAsync(RunnerId runner, DateTime startLocal, double? vestKg, string title)
    {
        var run = new IncomingActivity
        {
            Source = "fit",
            ExternalId = startLocal.ToString("s", CultureInfo.InvariantCulture),
            StartLocal = startLocal,
            UtcOffset = TimeSpan.FromHours(1),
            Sport = Sport.Run,
            Surface = Surface.Outdoor,
            Distance = Distance.FromKilometers(8),
            MovingTime = TimeSpan.FromMinutes(48),
            ElapsedTime = TimeSpan.FromMinutes(49),
            Title = title,
        };
        var stored = await Services.GetRequiredService<ActivityStore>().StoreAsync(runner, null, [run], null, Cancellation);
        var load = vestKg is { } kilograms ? new CarriedLoad { Source = LoadSource.Title, Pieces = [new CarriedPiece(EquipmentKind.Vest, Mass.FromKilograms(kilograms))] } : null;
        await Services.GetRequiredService<TagStore>().StoreAsync([(stored[0].ActivityId, load)], "1", Cancellation);
        return new ActivityId($"fit:{run.ExternalId}");
    }

    /// <summary>What the schedule does, with so many workers at once.</summary>
    public async Task SweepAsync(int workers = 1)
    {
        await Services.GetRequiredService<DigestLedger>().RecoverAsync(Cancellation);
        await Services.GetRequiredService<DueSweep>().RunAsync(Cancellation);
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => ActivatorUtilities.CreateInstance<SendDigestsJob>(Services).RunAsync(Cancellation)));
    }

    public Task<IReadOnlyList<string>> StatesAsync() => Database.QueryAsync<string>("select state from digests order by digest_id");

    public Task<string> ReasonAsync() => Database.ScalarAsync<string>("select state_reason from digests");

    public static MimeMessage Read(byte[] mail)
    {
        using var stream = new MemoryStream(mail);
        return MimeMessage.Load(stream);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Sink.DisposeAsync();
        await Database.DisposeAsync();
    }
}
