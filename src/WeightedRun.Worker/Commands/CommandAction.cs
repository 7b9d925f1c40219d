using System.CommandLine;
using WeightedRun.Worker.Settings;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Commands;

/// <summary>Turns what went wrong into its sentence and its exit code.</summary>
internal static class CommandAction
{
    public static void Do(this Command command, Func<ParseResult, CancellationToken, Task<int>> run) => command.SetAction(async (parsed, cancellation) =>
    {
        try
        {
            return await run(parsed, cancellation);
        }
        catch (UsageException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return ExitCode.WrongUsage;
        }
        catch (Exception lack) when (lack is MachineLacksException or WrongSettingsException)
        {
            await Console.Error.WriteLineAsync(lack.Message);
            return ExitCode.MachineLacks;
        }
    });
}
