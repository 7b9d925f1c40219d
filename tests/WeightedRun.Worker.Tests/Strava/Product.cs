using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WeightedRun.Sandbox.Strava;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Strava;

/// <summary>The product's Strava side in this process: its endpoints on a port, its jobs on a server, its calls to the stand-in.</summary>
internal sealed class Product : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Database _database;

    private Product(WebApplication app, Database database, Uri address) => (_app, _database, Address) = (app, database, address);

    /// <summary>Everything that any product of this test run logged.</summary>
    public static RememberedLog Log { get; } = new();

    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<Product> StartAsync(TestDatabase database, StravaSandbox sandbox, string masterKeys, TimeProvider? time = null, bool isPushedTo = true, params (string Key, string Value)[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}/");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(Log).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.WebHost.UseUrls(address.ToString());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Strava:ClientId"] = sandbox.App.Id.ToString(),
            ["Strava:ClientSecret"] = sandbox.App.Secret,
            ["Strava:ApiBaseUrl"] = new Uri(sandbox.BaseAddress, "api/v3").ToString(),
            ["Strava:OAuthBaseUrl"] = new Uri(sandbox.BaseAddress, "oauth").ToString(),
            ["Strava:PublicUrl"] = isPushedTo ? address.ToString() : null,
            ["Strava:AttemptTimeout"] = "00:00:20",
            ["Jobs:PollInterval"] = "00:00:00.2",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        var opened = await Database.OpenAsync(new DatabaseOptions { ConnectionString = database.ConnectionString }, _ => { }, CancellationToken.None);
        var keys = await Secrets.OpenAsync(opened.Source, new SecretsOptions { MasterKeys = masterKeys }, new DatabaseOptions(), _ => { }, CancellationToken.None);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.AddWeightedRun(opened, keys, Roles.Web | Roles.Jobs);
        var app = builder.Build();
        app.MapWeightedRun(Roles.Web | Roles.Jobs);
        await app.StartAsync();
        return new Product(app, opened, address);
    }

    public async Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> action)
    {
        await using var scope = Services.CreateAsyncScope();
        return await action(scope.ServiceProvider);
    }

    /// <summary>Runs a job here and now, as Hangfire would.</summary>
    public async Task RunJobAsync<TJob>(Func<TJob, Task> run)
        where TJob : class
    {
        await using var scope = Services.CreateAsyncScope();
        await run(ActivatorUtilities.CreateInstance<TJob>(scope.ServiceProvider));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
