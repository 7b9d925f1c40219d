using System.CommandLine;
using WeightedRun.Files;

namespace WeightedRun.Worker.Commands;

/// <summary><c>decode FILE...</c>: one JSON line per activity found in files, folders and ZIPs.</summary>
internal static class DecodeCommand
{
    public static Command Create()
    {
        var files = PathArgument.Create("FILE", "FIT, TCX or GPX files, export ZIPs, or folders of them.");
        var command = new Command("decode", "Print what activity files hold, one JSON line per activity.") { files };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed.GetValue(files)!, cancellation)));
        return command;
    }

    private static int Run(string[] paths, CancellationToken cancellation)
    {
        using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        using var lines = new DecodedLines(output);
        var anyRead = false;
        using var progress = new ReadingProgress();
        foreach (var result in ActivityFiles.Read(paths, new ReadOptions { Progress = progress, Cancellation = cancellation }))
        {
            lines.Write(result);
            anyRead |= result.Activity is not null;
        }

        return anyRead ? ExitCode.Done : ExitCode.BadInput;
    }
}
