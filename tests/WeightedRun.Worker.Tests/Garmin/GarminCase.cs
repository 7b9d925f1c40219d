using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.GarminPartner;
using WeightedRun.Sandbox.GarminPartner.Notices;
using WeightedRun.Sandbox.GarminPersonal;
using WeightedRun.Worker.Compliance;
using WeightedRun.Worker.Providers.GarminPersonal;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Storage;
using WeightedRun.Worker.Tests.Strava;

namespace WeightedRun.Worker.Tests.Garmin;

/// <summary>One test's world: stand-ins for Strava and both of Garmin's APIs, a database, one clock, and the whole product between them.</summary>
internal sealed class GarminCase : IAsyncDisposable
{
    public static readonly string NotificationSecret = new('s', 40);

    private readonly GarminPersonalSandbox _personal;
    private readonly GarminPartnerSandbox _partner;

    private GarminCase(StravaCase strava, GarminPersonalSandbox personal, GarminPartnerSandbox partner) => (Strava, _personal, _partner) = (strava, personal, partner);

    public StravaCase Strava { get; }

    public TestDatabase Database => Strava.Database;

    public PersonalWorld Personal => _personal.World;

    public PartnerWorld Partner => _partner.World;

    public GarminUserId Runner { get; } = GarminUserId.New();

    public FakeTimeProvider Time => (FakeTimeProvider)Strava.Time;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<GarminCase> StartAsync(PostgresFixture postgres) => StartAsync(postgres, new FakeTimeProvider(new DateTimeOffset(2026, 11, 4, 12, 0, 0, TimeSpan.Zero)));

    public static async Task<GarminCase> StartAsync(PostgresFixture postgres, TimeProvider time) => new(
        await StravaCase.StartAsync(postgres, time),
        await GarminPersonalSandbox.StartAsync(new Sandbox.GarminPersonal.GarminPersonalOptions { Clock = time }, Cancellation),
        await GarminPartnerSandbox.StartAsync(new Sandbox.GarminPartner.GarminPartnerOptions { Clock = time }, Cancellation));

    public IEnumerable<(string Key, string Value)> Settings =>
    [
        ("GarminPersonal:BaseUrl", _personal.BaseAddress.ToString()),
        ("GarminPartner:ClientId", "sandbox-partner"), ("GarminPartner:ClientSecret", "sandbox-partner-secret"), ("GarminPartner:NotificationSecret", NotificationSecret),
        ("GarminPartner:AuthorizeUrl", _partner.BaseAddress + "oauth2Confirm"), ("GarminPartner:TokenBaseUrl", _partner.BaseAddress.ToString()), ("GarminPartner:ApiBaseUrl", _partner.BaseAddress.ToString()),
    ];

    public Task<Product> StartProductAsync(params (string Key, string Value)[] settings) => Strava.StartProductAsync(isPushedTo: false, [.. Settings, .. settings]);

    /// <summary>A key of this world's runner, brought by <paramref name="runner"/>.</summary>
    public Task<GarminConnected> BringKeyAsync(Product product, RunnerId? runner = null, int days = 90) =>
        product.RunAsync(services => services.GetRequiredService<GarminPersonalConnect>().ConnectAsync(runner, Personal.CreateKey(Runner, days), days, Cancellation));

    /// <summary>Brings a key and waits for the first pull and its files.</summary>
    public async Task<ConnectionId> ConnectPersonalAsync(Product product, RunnerId? runner = null, int days = 90)
    {
        var connected = await BringKeyAsync(product, runner, days);
        Assert.Equal(KeyOutcome.Connected, connected.Outcome);
        var id = connected.Connection!.ConnectionId;
        await UntilAsync("the first pull is done", () => Database.ScalarAsync<bool>("select exists (select from connections where connection_id = @id and last_reconciled_at is not null)", new { id }));
        await product.RunJobAsync<FetchGarminPersonalFilesJob>(job => job.RunAsync(id, Cancellation));
        return id;
    }

    public static Task PullAsync(Product product, ConnectionId id) => product.RunJobAsync<PullGarminPersonalJob>(job => job.RunAsync(id, Cancellation));

    /// <summary>A browser that goes to Garmin's consent and back; returns the page it ends on.</summary>
    public async Task<(HttpStatusCode Status, string Page)> ConsentAsync(Uri product)
    {
        Partner.Consenting = Runner;
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true });
        using var answer = await browser.GetAsync(new Uri(product, "connect/garmin-partner"), Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>Connects the partner's runner and has Garmin push here.</summary>
    public async Task<ConnectionId> ConnectPartnerAsync(Uri product, NoticeMode mode = NoticeMode.Push)
    {
        foreach (var kind in (string[])["activities", "manuallyUpdatedActivities", "deregistrations", "userPermissionsChange"])
            Partner.Sender.SetEndpoint(kind, new NoticeEndpoint(NoticeUrl(product), kind == "activities" ? mode : NoticeMode.Push));

        Partner.Sender.SetEndpoint("activityFiles", new NoticeEndpoint(NoticeUrl(product), NoticeMode.Ping));
        var (status, page) = await ConsentAsync(product);
        Assert.True(status == HttpStatusCode.OK && page.Contains("Garmin is connected", StringComparison.Ordinal), page);
        return new ConnectionId(await Database.ScalarAsync<long>("select connection_id from connections where provider = 'garmin-partner' and external_id = @user", new { user = Runner.Value }));
    }

    public static Uri NoticeUrl(Uri product) => new(product, $"webhooks/garmin/{NotificationSecret}");

    /// <summary>Every notice is delivered, and none waits.</summary>
    public async Task SettledAsync()
    {
        await Partner.Sender.WhenIdleAsync(Cancellation);
        await UntilAsync("no notice waits", async () => await Database.ScalarAsync<int>("select count(*) from garmin_notices where state = 'pending'") == 0);
    }

    public async Task<IReadOnlyList<LoggedRun>> ReadRunsAsync()
    {
        var runner = new RunnerId(await Database.ScalarAsync<long>("select runner_id from runners"));
        var today = DateOnly.FromDateTime(Strava.Time.GetUtcNow().UtcDateTime);
        return (await new TrainingLogReader(Database.Source).ReadAsync(runner, today.AddDays(-180), today.AddDays(1), Cancellation)).Runs;
    }

    /// <summary>What takes longer than this does not come.</summary>
    public static Task UntilAsync(string what, Func<Task<bool>> isSo) => StravaCase.UntilAsync(what, isSo, TimeSpan.FromSeconds(40));

    public async ValueTask DisposeAsync()
    {
        await _personal.DisposeAsync();
        await _partner.DisposeAsync();
        await Strava.DisposeAsync();
    }
}
