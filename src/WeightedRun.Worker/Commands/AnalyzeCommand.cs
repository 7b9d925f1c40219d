using System.CommandLine;
using WeightedRun.Analysis.Rules;

namespace WeightedRun.Worker.Commands;

/// <summary><c>analyze --log FILE</c>: the pure analyzer on a neutral log; with <c>--log -</c> one log a line in, one report a line out.</summary>
internal static class AnalyzeCommand
{
    public static Command Create()
    {
        var log = new Option<string>("--log") { Description = "A training log as JSON, or - to read one log a line from standard input.", Required = true };
        var week = new Option<string?>("--week") { Description = "The ISO week to judge, such as 2025-W10. Without it: the last complete week of the log." };
        var thresholds = new Option<string?>("--thresholds") { Description = "A JSON file with limits that are tighter than the built-in ones." };
        var command = new Command("analyze", "Ask every rule about one week of a training log and print the report as JSON.") { log, week, thresholds };
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                var run = new AnalyzeRun(parsed.GetValue(week), await ThresholdsAsync(parsed.GetValue(thresholds), cancellation));
                return parsed.GetValue(log) is "-" ? await run.LinesAsync(Console.OpenStandardInput(), cancellation) : await run.FileAsync(parsed.GetValue(log)!, cancellation);
            }
            catch (BadInputException bad)
            {
                await Console.Error.WriteLineAsync(bad.Message);
                return ExitCode.BadInput;
            }
        });
        return command;
    }

    private static async Task<Thresholds> ThresholdsAsync(string? file, CancellationToken cancellation)
    {
        if (file is null)
            return Thresholds.Default;

        try
        {
            return ThresholdsFile.Parse(await AnalyzeRun.ReadAsync("--thresholds", file, cancellation));
        }
        catch (FormatException wrong)
        {
            throw new BadInputException($"{file}: {wrong.Message}");
        }
    }
}
