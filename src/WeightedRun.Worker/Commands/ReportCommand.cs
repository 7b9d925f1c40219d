using System.CommandLine;

namespace WeightedRun.Worker.Commands;

/// <summary><c>report PATH...</c>: a runner's own files in, the week's digest out. No database, no account.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var paths = PathArgument.Create("PATH", "Activity files (FIT, TCX, GPX), folders of them, a Strava export ZIP or a Garmin export ZIP.");
        var bodyMass = new Option<string?>("--body-mass") { Description = "What you weigh: 70, \"70 kg\" or \"154 lb\". Without it, loads are not compared with your weight unless a file tells it." };
        var birthYear = new Option<string?>("--birth-year") { Description = "Some limits are tighter from 50 on." };
        var week = new Option<string?>("--week") { Description = "The ISO week to report, such as 2025-W10. Without it: the week of your newest run." };
        var units = new Option<string>("--units") { Description = "metric or imperial.", DefaultValueFactory = _ => "metric" };
        units.AcceptOnlyFromAmong("metric", "imperial");
        var zone = new Option<string?>("--zone") { Description = "The time zone of recordings that do not tell their own, such as Europe/Berlin. Without it: this machine's." };
        var output = new Option<string?>("--out") { Description = "A folder for digest.html, digest.txt and report.json." };
        var command = new Command("report", "Turn your own activity files into this week's digest.") { paths, bodyMass, birthYear, week, units, zone, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                var request = new ReportRequest
                {
                    Paths = parsed.GetValue(paths)!,
                    BodyMass = ReportRequest.MassOf(parsed.GetValue(bodyMass)),
                    BirthYear = ReportRequest.YearOf(parsed.GetValue(birthYear), TimeProvider.System.GetLocalNow().Year),
                    Week = ReportRequest.WeekOf(parsed.GetValue(week)),
                    IsImperial = parsed.GetValue(units) == "imperial",
                    Zone = ReportRequest.ZoneOf(parsed.GetValue(zone)),
                    OutputFolder = ReportRequest.FolderOf(parsed.GetValue(output)),
                };
                return await new ReportRun(request, TimeProvider.System).RunAsync(cancellation);
            }
            catch (UsageException wrong)
            {
                await Console.Error.WriteLineAsync(wrong.Message);
                return ExitCode.WrongUsage;
            }
        });
        return command;
    }
}
