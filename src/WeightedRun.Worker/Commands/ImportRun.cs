using System.Text.Json;
using WeightedRun.Files;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Digest;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Providers.OwnFiles;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Commands;

/// <summary>One run of <c>import</c>: read, store, tag, say what came of it.</summary>
internal sealed class ImportRun(ImportRequest request, TimeProvider time)
{
    // A folder of broken files is named, not recited.
    private const int MaxProblemsShown = 10;

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
            import = FileImport.Read(request.Paths, ReportRequest.ZoneOf(request.Zone ?? runner.TimeZone), time.GetUtcNow(), new ReadOptions { Progress = progress, Cancellation = cancellation });

        foreach (var problem in import.Problems.Take(MaxProblemsShown))
            await Console.Error.WriteLineAsync(DigestText.OneLine($"{problem.File}: {problem.Problem.Message}", 400));

        var counts = await new OwnFilesDoor(database.Source, time).StoreAsync(runner.RunnerId, import, cancellation);
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
}
