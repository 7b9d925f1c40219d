using System.CommandLine;
using WeightedRun.Sandbox.GarminPartner;
using WeightedRun.Sandbox.GarminPersonal;

namespace WeightedRun.Sandbox.Commands;

/// <summary><c>garmin-personal</c> and <c>garmin-partner</c>: stand-ins for Garmin's two APIs until they are stopped.</summary>
internal static class GarminCommands
{
    private const int CannotListen = 3;

    public static Command CreatePersonal()
    {
        var urls = Urls("http://127.0.0.1:5081");
        var command = new Command("garmin-personal", "Stand in for the Garmin Connect Personal API: keys, tokens, activities, files. Its control is under /sandbox.") { urls };
        command.SetAction(async (parsed, cancellation) => await ListenAsync(parsed.GetValue(urls)!, async () =>
        {
            await using var sandbox = await GarminPersonalSandbox.StartAsync(new GarminPersonalOptions { Url = parsed.GetValue(urls)! }, cancellation);
            await TellAsync("Garmin Personal stand-in", sandbox.BaseAddress);
            await sandbox.WaitForShutdownAsync(cancellation);
        }));
        return command;
    }

    public static Command CreatePartner()
    {
        var urls = Urls("http://127.0.0.1:5082");
        var clientId = new Option<string>("--client-id") { Description = "The application's id.", DefaultValueFactory = _ => "sandbox-partner" };
        var secret = new Option<string>("--client-secret") { Description = "The application's secret.", DefaultValueFactory = _ => "sandbox-partner-secret" };
        var command = new Command("garmin-partner", "Stand in for the Garmin Connect Developer Program: OAuth, push, ping, files, backfill. Its control is under /sandbox.") { urls, clientId, secret };
        command.SetAction(async (parsed, cancellation) => await ListenAsync(parsed.GetValue(urls)!, async () =>
        {
            var options = new GarminPartnerOptions { Url = parsed.GetValue(urls)!, ClientId = parsed.GetValue(clientId)!, ClientSecret = parsed.GetValue(secret)! };
            await using var sandbox = await GarminPartnerSandbox.StartAsync(options, cancellation);
            await TellAsync("Garmin partner stand-in", sandbox.BaseAddress);
            await sandbox.WaitForShutdownAsync(cancellation);
        }));
        return command;
    }

    private static Option<string> Urls(string usual) =>
        new("--urls") { Description = $"Where to listen, such as {usual}; port 0 takes any that is free.", DefaultValueFactory = _ => usual };

    private static Task TellAsync(string what, Uri address) => Console.Out.WriteLineAsync($"{what}: {address} (control: {new Uri(address, "sandbox")})");

    private static async Task<int> ListenAsync(string url, Func<Task> listen)
    {
        try
        {
            await listen();
            return 0;
        }
        catch (Exception problem) when (problem is IOException or FormatException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync($"--urls: {url} cannot be listened on ({problem.Message}). Name a free port, such as http://127.0.0.1:0.");
            return CannotListen;
        }
    }
}
