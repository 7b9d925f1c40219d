using System.CommandLine;

namespace WeightedRun.Sandbox.Commands;

/// <summary>The commands of <c>weightedrun-sandbox</c>.</summary>
internal static class CommandLine
{
    private const int WrongUsage = 2;

    // The demo's jobs get ten seconds to notice, and its PostgreSQL some more to close.
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(25);

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Local stand-ins for the services that WeightedRun talks to, and a demo of the whole.") { StravaCommand.Create(), GarminCommands.CreatePersonal(), GarminCommands.CreatePartner(), DemoCommand.Create() };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = StopPatience });

        foreach (var error in parsed.Errors)
            await Console.Error.WriteLineAsync(error.Message);

        await Console.Error.WriteLineAsync("Try: weightedrun-sandbox --help");
        return WrongUsage;
    }
}
