using System.Text.Json;
using WeightedRun.Analysis.Runs;
using WeightedRun.Files;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Digest;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tagging;

namespace WeightedRun.Worker.Commands;

/// <summary>One run of <c>import</c>: read, store, tag, say what came of it.</summary>
internal sealed class ImportRun(ImportRequest request, TimeProvider time)
{
    // A folder of broken files is named, not recited.
    private const int MaxProblemsShown = 10;

    // Large enough that the trip to the database does not count, small enough to be a few hundred kilobytes.
    private const int RowsPerStatement = 1000;

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var database = await ProductDatabase.OpenAsync(ProductDatabase.Settings(), cancellation);
        await Migrator.For(database.Source).ApplyAsync(cancellation);
        if (await FindRunnerAsync(new RunnerStore(database.Source), cancellation) is not { } runner)
        {
            await Console.Error.WriteLineAsync($"There is no runner \"{request.Runner}\". Check the number or address, or add --create to make a runner of that address.");
            return ExitCode.BadInput;
        }

        FileImport import;
        using (var progress = new ReadingProgress())
            import = FileImport.Read(request.Paths, ReportRequest.ZoneOf(request.Zone ?? runner.TimeZone), new ReadOptions { Progress = progress, Cancellation = cancellation });

        foreach (var problem in import.Problems.Take(MaxProblemsShown))
            await Console.Error.WriteLineAsync(DigestText.OneLine($"{problem.File}: {problem.Problem.Message}", 400));

        var counts = await StoreAsync(database, runner.RunnerId, import, cancellation);
        Console.Out.WriteLine(JsonSerializer.Serialize(new
        {
            runner = runner.RunnerId.Value,
            read = import.Activities.Count,
            added = counts.Added,
            changed = counts.Changed,
            unchanged = counts.Stored - counts.Added - counts.Changed,
            not_read = import.Problems.Count,
        }));
        return import.Activities.Count > 0 ? ExitCode.Done : ExitCode.BadInput;
    }

    private async Task<Runner?> FindRunnerAsync(RunnerStore runners, CancellationToken cancellation) =>
        await runners.FindAsync(request.Runner, cancellation)
        ?? (request.MayCreate && request.Runner.Contains('@', StringComparison.Ordinal)
            ? await runners.CreateAsync(request.Runner, ReportRequest.ZoneOf(request.Zone).Id, cancellation)
            : null);

    private async Task<(int Stored, int Added, int Changed)> StoreAsync(Database database, RunnerId runner, FileImport import, CancellationToken cancellation)
    {
        var activities = new ActivityStore(database.Source, time);
        var tags = new TagStore(database.Source, time);
        var (stored, added, changed) = (0, 0, 0);
        foreach (var page in import.Activities.Chunk(RowsPerStatement))
        {
            var loads = page.ToDictionary(FileActivity.KeyOf, imported => imported.Activity.Load);
            var rows = await activities.StoreAsync(runner, null, page.Select(FileActivity.From), null, cancellation);
            await tags.StoreAsync([.. rows.Where(row => row.IsChanged).Select(row => (row.ActivityId, loads[(row.Source, row.ExternalId)]))], FileActivity.LexiconVersion, cancellation);
            stored += rows.Count;
            added += rows.Count(row => row.IsNew);
            changed += rows.Count(row => row is { IsNew: false, IsChanged: true });
        }

        await new BodyMassStore(database.Source, time).StoreAsync(runner, "file", BodyMassOf(import), cancellation);
        return (stored, added, changed);
    }

    private static IEnumerable<BodyMassEntry> BodyMassOf(FileImport import) => import.Activities
        .Where(imported => imported.Recorded.BodyMass is not null)
        .Select(imported => new BodyMassEntry(DateOnly.FromDateTime(imported.Activity.StartLocal), imported.Recorded.BodyMass!.Value));
}
