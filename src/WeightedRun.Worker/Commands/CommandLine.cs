using System.CommandLine;

namespace WeightedRun.Worker.Commands;

/// <summary>The commands of <c>weightedrun</c>. JSON goes to standard output alone, words for people to standard error.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("WeightedRun watches the runs you do with extra weight and tells you once a week how you are doing.")
        {
            ReportCommand.Create(),
            DecodeCommand.Create(),
            AnalyzeCommand.Create(),
        };

        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync();

        foreach (var error in parsed.Errors)
            await Console.Error.WriteLineAsync(error.Message);

        await Console.Error.WriteLineAsync(parsed.CommandResult.Command == root ? "Try: weightedrun --help" : $"Try: weightedrun {parsed.CommandResult.Command.Name} --help");
        return ExitCode.WrongUsage;
    }
}
