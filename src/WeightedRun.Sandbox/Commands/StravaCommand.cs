using System.CommandLine;
using WeightedRun.Sandbox.Runners;
using WeightedRun.Sandbox.Strava;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Commands;

/// <summary><c>strava</c>: a stand-in for Strava until it is stopped.</summary>
internal static class StravaCommand
{
    private const int CannotListen = 3;

    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen, such as http://127.0.0.1:5080; port 0 takes any that is free.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var clientId = new Option<int>("--client-id") { Description = "The application's number.", DefaultValueFactory = _ => 12345 };
        var secret = new Option<string>("--client-secret") { Description = "The application's secret.", DefaultValueFactory = _ => "sandbox-secret" };
        var domain = new Option<string>("--callback-domain") { Description = "The application's callback domain, beside localhost and 127.0.0.1.", DefaultValueFactory = _ => "localhost" };
        var cap = new Option<int>("--athlete-cap") { Description = "How many athletes may be connected.", DefaultValueFactory = _ => 10 };
        var seed = new Option<int>("--seed") { Description = "The seed of everything random.", DefaultValueFactory = _ => 1 };
        var runners = new Option<int>("--runners") { Description = "How many sample runners to begin with." };
        var days = new Option<int>("--days") { Description = "How many days of runs each of them has.", DefaultValueFactory = _ => 180 };
        var command = new Command("strava", "Stand in for Strava: OAuth, API, events. Its control is under /sandbox.") { urls, clientId, secret, domain, cap, seed, runners, days };
        command.SetAction(async (parsed, cancellation) =>
        {
            var app = new StravaApp
            {
                Id = new ClientId(parsed.GetValue(clientId)),
                Secret = parsed.GetValue(secret)!,
                CallbackDomain = parsed.GetValue(domain)!,
                AthleteCap = parsed.GetValue(cap),
            };
            return await RunAsync(new StravaOptions { Url = parsed.GetValue(urls)!, Seed = parsed.GetValue(seed), App = app }, parsed.GetValue(runners), parsed.GetValue(days), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(StravaOptions options, int runners, int days, CancellationToken cancellation)
    {
        try
        {
            await using var sandbox = await StravaSandbox.StartAsync(options, cancellation);
            new SampleRunners(sandbox.World, options.Seed).Add(runners, days);
            await Console.Out.WriteLineAsync($"Strava stand-in: {sandbox.BaseAddress} (control: {new Uri(sandbox.BaseAddress, "sandbox")})");
            await sandbox.WaitForShutdownAsync(cancellation);
            return 0;
        }
        catch (Exception problem) when (problem is IOException or FormatException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync($"--urls: {options.Url} cannot be listened on ({problem.Message}). Name a free port, such as http://127.0.0.1:0.");
            return CannotListen;
        }
    }
}
