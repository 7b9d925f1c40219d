using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.GarminPersonal;
using WeightedRun.Worker.Providers.GarminPersonal;
using WeightedRun.Worker.Storage;
using GarminActivity = WeightedRun.Worker.Providers.GarminActivity;

namespace WeightedRun.Worker.Tests.Garmin;

/// <summary>The product's client against a stand-in for Garmin's Personal API, over HTTP, with one clock for both.</summary>
internal sealed class PersonalCase : IAsyncDisposable
{
    private readonly GarminPersonalSandbox _sandbox;
    private readonly ServiceProvider _services;

    private PersonalCase(GarminPersonalSandbox sandbox, ServiceProvider services)
    {
        (_sandbox, _services) = (sandbox, services);
        Key = new GarminKey(new ConnectionId(1), World.CreateKey(Runner));
    }

    public PersonalWorld World => _sandbox.World;

    public GarminUserId Runner { get; } = GarminUserId.New();

    public GarminKey Key { get; }

    public GarminPersonalPull Pull => _services.GetRequiredService<GarminPersonalPull>();

    public static async Task<PersonalCase> StartAsync(params (string Name, string Value)[] settings)
    {
        var sandbox = await GarminPersonalSandbox.StartAsync(new Sandbox.GarminPersonal.GarminPersonalOptions(), TestContext.Current.CancellationToken);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Append(("BaseUrl", sandbox.BaseAddress.ToString())).Select(setting => KeyValuePair.Create($"GarminPersonal:{setting.Item1}", (string?)setting.Item2))).Build();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(sandbox.Clock).AddSingleton<IConfiguration>(configuration).AddLogging().AddGarminPersonal(configuration);
        return new PersonalCase(sandbox, services.BuildServiceProvider());
    }

    /// <summary>All pages of the last half year.</summary>
    public async Task<List<GarminActivity>> ReadAsync(GarminKey? key = null)
    {
        var today = DateOnly.FromDateTime(_sandbox.Clock.GetUtcNow().UtcDateTime);
        var all = new List<GarminActivity>();
        await foreach (var page in Pull.ReadAsync(key ?? Key, PullWindow.Next(null, today, 7, 180), TestContext.Current.CancellationToken))
            all.AddRange(page);

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _sandbox.DisposeAsync();
    }
}
