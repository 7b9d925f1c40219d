using System.CommandLine;
using WeightedRun.Sandbox.Demo;
using WeightedRun.Worker.Settings;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Sandbox.Commands;

/// <summary><c>demo</c>: the whole product beside the stand-ins, with sample runners.</summary>
internal static class DemoCommand
{
    private const int MostRunners = 200;
    private const int Stuck = 1;
    private const int MachineLacks = 3;
    private const int Cancelled = 130;

    public static Command Create()
    {
        var runners = new Option<int>("--runners") { Description = $"How many sample runners connect, 1 to {MostRunners}.", DefaultValueFactory = _ => Demo.Cast.TheCast.Size };
        runners.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MostRunners)
                result.AddError($"--runners: write a number from 1 to {MostRunners}.");
        });
        var once = new Option<bool>("--once") { Description = "Stop after the first full cycle." };
        var summary = new Option<string?>("--summary") { Description = "Write the figures to this file, as JSON." };
        var command = new Command("demo", "Start PostgreSQL, the stand-ins, a mailbox and the product; let sample runners connect; send their digests; show where to look.") { runners, once, summary };
        command.SetAction((parsed, cancellation) => RunAsync(new DemoOptions(parsed.GetValue(runners), parsed.GetValue(once), parsed.GetValue(summary)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(DemoOptions options, CancellationToken cancellation)
    {
        try
        {
            await DemoRun.RunAsync(options, cancellation);
            return 0;
        }
        // Ctrl-C ends the product and the stand-ins too, whatever was being asked of them.
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            return Cancelled;
        }
        catch (DemoStuckException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return Stuck;
        }
        catch (Exception lack) when (lack is MachineLacksException or WrongSettingsException or IOException)
        {
            await Console.Error.WriteLineAsync(lack.Message);
            return MachineLacks;
        }
    }
}
