using System.CommandLine;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Commands;

/// <summary><c>migrate</c>: brings the database to the state that this version needs.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Bring the database up to date; serve does the same at its start.");
        command.Do((_, cancellation) => RunAsync(cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var database = await ProductDatabase.OpenAsync(ProductDatabase.Settings(), cancellation);
        var applied = await Migrator.For(database.Source).ApplyAsync(cancellation);
        foreach (var migration in applied)
            await Console.Error.WriteLineAsync($"Applied {migration.Name}");

        await Console.Error.WriteLineAsync(applied.Count == 0 ? "The database is up to date." : $"The database is up to date after {applied.Count} migrations.");
        return ExitCode.Done;
    }
}
