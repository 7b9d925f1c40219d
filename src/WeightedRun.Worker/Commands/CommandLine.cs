using System.CommandLine;

namespace WeightedRun.Worker.Commands;

/// <summary>The commands of <c>weightedrun</c>. JSON goes to standard output alone, words for people to standard error.</summary>
internal static class CommandLine
{
    // Jobs get ten seconds to notice, and a private PostgreSQL some more to close; a container runtime kills after thirty.
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(25);

    public static RootCommand Create() => new("WeightedRun watches the runs you do with extra weight and tells you once a week how you are doing.")
    {
        ReportCommand.Create(),
        DecodeCommand.Create(),
        ImportCommand.Create(),
        ServeCommand.Create(),
        DigestCommand.Create(),
        MigrateCommand.Create(),
        DoctorCommand.Create(),
        TagCommand.Create(),
        AnalyzeCommand.Create(),
    };

    public static async Task<int> RunAsync(string[] args)
    {
        var root = Create();
        // A file may be called @run.fit: it is not one that holds more arguments.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count == 0)
            return await RunAsync(parsed);

        foreach (var error in parsed.Errors)
            await Console.Error.WriteLineAsync(error.Message);

        await Console.Error.WriteLineAsync(parsed.CommandResult.Command == root ? "Try: weightedrun --help" : $"Try: weightedrun {parsed.CommandResult.Command.Name} --help");
        return ExitCode.WrongUsage;
    }

    private static async Task<int> RunAsync(ParseResult parsed)
    {
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopPatience });
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
        // Everything else that reads or writes answers for itself.
        catch (IOException problem)
        {
            await Console.Error.WriteLineAsync($"The output cannot be written ({problem.Message.TrimEnd('.')}). Check the disk, or the program that was to take it.");
            return ExitCode.MachineLacks;
        }
    }
}
