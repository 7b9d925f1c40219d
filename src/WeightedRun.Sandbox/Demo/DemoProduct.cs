using System.Security.Cryptography;
using Dapper;
using Hangfire;
using WeightedRun.Worker;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Sandbox.Demo;

/// <summary>The product as <c>serve</c> puts it together, pages and jobs, on a PostgreSQL of its own; told by settings alone where the stand-ins are.</summary>
internal sealed class DemoProduct : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Database _database;

    private DemoProduct(WebApplication app, Database database, Uri address, string password) => (_app, _database, Address, AdminPassword) = (app, database, address, password);

    public Uri Address { get; }

    public string AdminPassword { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<DemoProduct> StartAsync(DemoFolder folder, StandIns standIns, TimeProvider clock, Action<string> say, CancellationToken cancellation)
    {
        var address = Ports.AddressAt(Ports.Product);
        var password = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var database = await Database.OpenAsync(folder.Database, say, cancellation);
        try
        {
            await HurryAsync(database);
            await Migrator.For(database.Source).ApplyAsync(cancellation);
            var keys = await Secrets.OpenAsync(database.Source, new SecretsOptions { MasterKeys = MasterKeys.Create() }, folder.Database, _ => { }, cancellation);
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
            builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Error).AddSimpleConsole(console => console.SingleLine = true);
            builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
            // Nothing of this machine's environment: a mail server that is set there must not hear of made-up runners.
            builder.Configuration.Sources.Clear();
            builder.Configuration.AddInMemoryCollection(Settings(folder, standIns, address, password));
            builder.WebHost.UseUrls(address.ToString());
            builder.Services.AddSingleton(clock);
            builder.AddWeightedRun(database, keys, Roles.Web | Roles.Jobs);
            var app = builder.Build();
            app.MapWeightedRun(Roles.Web | Roles.Jobs);
            await app.StartAsync(cancellation);
            return new DemoProduct(app, database, address, password);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public async Task<T> AskAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = await _database.Source.OpenConnectionAsync();
        return (await connection.ExecuteScalarAsync<T>(sql, parameters))!;
    }

    public async Task<IReadOnlyList<T>> ReadAsync<T>(string sql)
    {
        await using var connection = await _database.Source.OpenConnectionAsync();
        return (await connection.QueryAsync<T>(sql)).AsList();
    }

    /// <summary>As "Trigger now" on the dashboard's page of recurring jobs.</summary>
    public void Trigger(string recurringJob) => Services.GetRequiredService<IRecurringJobManager>().Trigger(recurringJob);

    /// <summary>Nothing arrived that was not worked off, no history is being read, no digest is under way, no job waits for a worker or runs.</summary>
    public Task<bool> IsIdleAsync(DateTimeOffset now) => AskAsync<bool>(
        """
        select not exists (select from inbox where state = 'pending')
           and not exists (select from backfills where state = 'running')
           and not exists (select from digests where state in ('composing', 'sending') or (state = 'pending' and next_try_at <= @now))
           and not exists (select from hangfire.jobqueue)
        """,
        new { now });

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>Nobody mourns a demo's last second after a power cut, and every commit waits for the disk otherwise.</summary>
    private static async Task HurryAsync(Database database)
    {
        await using (var connection = await database.Source.OpenConnectionAsync())
            await connection.ExecuteAsync("alter role current_user set synchronous_commit = off");

        database.Source.Clear();
    }

    private static Dictionary<string, string?> Settings(DemoFolder folder, StandIns standIns, Uri address, string password) => new()
    {
        ["Strava:ClientId"] = standIns.Strava.App.Id.ToString(),
        ["Strava:ClientSecret"] = standIns.Strava.App.Secret,
        ["Strava:ApiBaseUrl"] = new Uri(standIns.Strava.BaseAddress, "api/v3").ToString(),
        ["Strava:OAuthBaseUrl"] = new Uri(standIns.Strava.BaseAddress, "oauth").ToString(),
        ["Strava:PublicUrl"] = address.ToString(),
        ["GarminPersonal:BaseUrl"] = standIns.Garmin.BaseAddress.ToString(),
        ["Links:PublicUrl"] = address.ToString(),
        ["Mail:From"] = "WeightedRun <digest@weightedrun.example>",
        ["Mail:PickupFolder"] = folder.Mails,
        ["Mail:MaxPerDomainPerMinute"] = "1000",
        ["Web:AdminPassword"] = password,
    };
}
