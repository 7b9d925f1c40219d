using System.CommandLine;

namespace WeightedRun.Worker.Commands;

/// <summary><c>import PATH... --runner ID-OR-EMAIL</c>: a runner's own files into the product's database.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var paths = PathArgument.Create("PATH", "Activity files (FIT, TCX, GPX), folders of them, a Strava export ZIP or a Garmin export ZIP.");
        var runner = new Option<string>("--runner") { Description = "Whose files they are: the runner's number or e-mail address.", Required = true };
        var create = new Option<bool>("--create") { Description = "Make the runner if there is none with that e-mail address." };
        var zone = new Option<string?>("--zone") { Description = "The time zone of recordings that do not tell their own, such as Europe/Berlin. Without it: the runner's." };
        var command = new Command("import", "Read your own activity files into the database. Doing it twice adds nothing.") { paths, runner, create, zone };
        command.Do((parsed, cancellation) =>
        {
            var request = new ImportRequest(parsed.GetValue(paths)!, parsed.GetValue(runner)!, parsed.GetValue(create), parsed.GetValue(zone));
            return new ImportRun(request, TimeProvider.System).RunAsync(cancellation);
        });
        return command;
    }
}

/// <summary>What <c>import</c> was asked for.</summary>
internal sealed record ImportRequest(string[] Paths, string Runner, bool MayCreate, string? Zone);
