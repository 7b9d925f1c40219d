using System.CommandLine;

namespace WeightedRun.Worker.Commands;

/// <summary><c>serve</c>: the product itself, until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var roles = new Option<string>("--roles") { Description = "web (pages, webhooks, dashboard), jobs, or both, separated by a comma.", DefaultValueFactory = _ => "web,jobs" };
        var command = new Command("serve", "Run the product: its web face, its jobs, or both.") { roles };
        command.Do((parsed, cancellation) => ServeRun.RunAsync(RolesOf(parsed.GetValue(roles)!), cancellation));
        return command;
    }

    private static Roles RolesOf(string text)
    {
        var roles = Roles.None;
        foreach (var word in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            roles |= word switch
            {
                "web" => Roles.Web,
                "jobs" => Roles.Jobs,
                _ => throw new UsageException($"--roles: there is no role \"{word}\". Write web, jobs or web,jobs."),
            };
        }

        return roles != Roles.None ? roles : throw new UsageException("--roles: write web, jobs or web,jobs.");
    }
}
