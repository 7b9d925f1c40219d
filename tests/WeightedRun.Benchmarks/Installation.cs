using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WeightedRun.Worker;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Benchmarks;

/// <summary>The product as <c>serve</c> puts it together, on a private PostgreSQL that keeps its promises (fsync on), with nothing asked of any provider.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly string _folder;

    private Installation(string folder, Database database, WebApplication app, Uri address) => (_folder, Database, App, Address) = (folder, database, app, address);

    public Database Database { get; }

    public WebApplication App { get; }

    public Uri Address { get; }

    public static Task<Installation> StartAsync(Roles roles, params (string Key, string Value)[] settings) => StartAsync(roles, MasterKeys.Create(), settings);

    public static async Task<Installation> StartAsync(Roles roles, string masterKeys, (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("wr-bench-").FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);

        var options = new DatabaseOptions { Folder = folder };
        var database = await Database.OpenAsync(options, _ => { }, CancellationToken.None);
        await Migrator.For(database.Source).ApplyAsync(CancellationToken.None);
        var keys = await Secrets.OpenAsync(database.Source, new SecretsOptions { MasterKeys = masterKeys }, options, _ => { }, CancellationToken.None);
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.ToString());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Strava:ClientId"] = "1", ["Strava:ClientSecret"] = "x", ["Strava:PublicUrl"] = "" });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.AddWeightedRun(database, keys, roles);
        var app = builder.Build();
        app.MapWeightedRun(roles);
        await app.StartAsync();
        return new Installation(folder, database, app, address);
    }

    public async Task<Connection> ConnectAsync(string externalId) => (await App.Services.GetRequiredService<ConnectionStore>().ConnectAsync(
        new Authorization { Provider = "strava", ExternalId = externalId, Scopes = ["activity:read_all"], Tokens = new Tokens("a", "r", DateTimeOffset.UtcNow.AddHours(6)) }, CancellationToken.None))!;

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
