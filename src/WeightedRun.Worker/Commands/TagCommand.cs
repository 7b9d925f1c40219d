using System.CommandLine;

namespace WeightedRun.Worker.Commands;

/// <summary><c>tag</c>: activities in, one JSON line each; out, in the same order, what the tagger makes of them. <c>--explain</c> tells a person.</summary>
internal static class TagCommand
{
    public static Command Create()
    {
        var explain = new Option<string?>("--explain") { Description = "Say in words which words of this title decide, instead of reading standard input." };
        var sport = new Option<string>("--sport") { Description = "The sport of the title to explain, in Strava's words, such as Run, Hike or Workout.", DefaultValueFactory = _ => "Run" };
        var command = new Command("tag", "Say of each activity whether it was done with weight: JSON lines from standard input to standard output.") { explain, sport };
        command.SetAction((parsed, cancellation) => Task.FromResult(parsed.GetValue(explain) is { } title
            ? TagExplanation.Print(title, parsed.GetValue(sport)!)
            : Run(cancellation)));
        return command;
    }

    private static int Run(CancellationToken cancellation)
    {
        using var input = new StreamReader(Console.OpenStandardInput());
        using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        using var lines = new TaggedLines(output);
        var number = 0;
        var anyRead = false;
        var anyBad = false;
        while (input.ReadLine() is { } line)
        {
            cancellation.ThrowIfCancellationRequested();
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;

            if (TagLine.Read(line, out var activity) is { } problem)
            {
                lines.WriteProblem(number, problem);
                anyBad = true;
                continue;
            }

            lines.Write(activity);
            anyRead = true;
        }

        return anyRead || !anyBad ? ExitCode.Done : ExitCode.BadInput;
    }
}
