using WeightedRun.Sandbox.Garmin.Faults;
using WeightedRun.Sandbox.GarminPersonal;
using WeightedRun.Sandbox.Strava;
using WeightedRun.Sandbox.Strava.RateLimits;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Demo;

/// <summary>The providers of the demo, on the demo's clock.</summary>
internal sealed class StandIns : IAsyncDisposable
{
    // A Strava application of one athlete reads 1,000 times a day; a history of half a year is read in full here within seconds.
    private static readonly RateLimit Plenty = new(1_000_000, 1_000_000);

    private StandIns(StravaSandbox strava, GarminPersonalSandbox garmin) => (Strava, Garmin) = (strava, garmin);

    public StravaSandbox Strava { get; }

    public GarminPersonalSandbox Garmin { get; }

    /// <summary>Reads that the product asked of both, tokens not counted.</summary>
    public int Reads => Reading(Strava.World.Calls.All()) + Reading(Garmin.World.Calls.All());

    public static async Task<StandIns> StartAsync(TimeProvider clock, int runners, CancellationToken cancellation)
    {
        var app = new StravaApp { Id = new ClientId(12345), Secret = "sandbox-secret", AthleteCap = runners + 1 };
        app.Rate.SetLimits(Plenty, Plenty);
        var strava = await StravaSandbox.StartAsync(new StravaOptions { Url = Ports.AddressAt(Ports.Strava).ToString(), Clock = clock, App = app }, cancellation);
        return new StandIns(strava, await GarminPersonalSandbox.StartAsync(new GarminPersonalOptions { Url = Ports.AddressAt(Ports.Garmin).ToString(), Clock = clock }, cancellation));
    }

    /// <summary>From now on Garmin asks everybody to come back in an hour.</summary>
    public void MakeGarminBusy() => Garmin.World.Faults.Add(new InjectedFault { Kind = FaultKind.RateLimited, RetryAfterSeconds = 3600 });

    public void MakeGarminAnswer() => Garmin.World.Faults.Clear();

    public async ValueTask DisposeAsync()
    {
        await Strava.DisposeAsync();
        await Garmin.DisposeAsync();
    }

    private static int Reading(IEnumerable<(string Endpoint, int Status, int Calls)> calls) =>
        calls.Where(call => call.Endpoint.StartsWith("GET ", StringComparison.Ordinal)).Sum(call => call.Calls);
}
