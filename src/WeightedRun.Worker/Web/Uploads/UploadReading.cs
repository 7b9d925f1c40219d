using WeightedRun.Analysis.Runs;
using WeightedRun.Files;
using WeightedRun.Worker.Digest;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Providers.OwnFiles;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Uploads;

/// <summary>Reads uploaded files in a folder of their own, which is gone when they are read. Whoever does not wait for it loses nothing: it goes on.</summary>
internal sealed partial class UploadReading(OwnFilesDoor door, UploadReports reports, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<UploadReading> logger)
{
    // A folder of broken files is named, not recited.
    private const int MostProblems = 100;
    private const int LongestName = 100;

    // Most uploads are read within it and need no page that says "wait"; no proxy gives up so soon.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The upload's number, when it is read or when it takes long.</summary>
    public async Task<long> BeginAsync(Visitor visitor, IReadOnlyList<IFormFile> files, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("weightedrun-upload-");
        var name = files.Count == 1 ? SafeName(files[0].FileName) : $"{files.Count} files";
        long id;
        try
        {
            foreach (var (i, file) in files.Index())
                await SaveAsync(file, Path.Combine(folder.FullName, $"{i + 1}-{SafeName(file.FileName)}"), cancellation);

            id = await reports.BeginAsync(visitor.RunnerId, name, cancellation);
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }

        await Task.WhenAny(ReadAsync(visitor, id, name, folder), Task.Delay(Patience, cancellation));
        return id;
    }

    private async Task ReadAsync(Visitor visitor, long id, string name, DirectoryInfo folder)
    {
        try
        {
            await reports.FinishAsync(id, await ReportAsync(visitor, name, folder, lifetime.ApplicationStopping));
        }
        // Nobody waits for this task: what went wrong is told on the upload's page, and in the log.
        catch (Exception problem)
        {
            Log.NotRead(logger, id, problem);
            await reports.FinishAsync(id, UploadReport.Of(name, UploadReports.Interrupted));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<UploadReport> ReportAsync(Visitor visitor, string name, DirectoryInfo folder, CancellationToken cancellation)
    {
        var import = await Task.Run(
            () => FileImport.Read([.. folder.GetFiles().Select(file => file.FullName).Order(StringComparer.Ordinal)], visitor.Zone, time.GetUtcNow(), new ReadOptions { Cancellation = cancellation }),
            cancellation);
        var counts = await door.StoreAsync(visitor.RunnerId, import, cancellation);
        return new UploadReport(
            name,
            import.Activities.Count,
            import.Activities.Count(imported => imported.Activity.Sport.IsRun()),
            counts.Added,
            counts.Changed,
            [.. import.Problems.Take(MostProblems).Select(problem => DigestText.OneLine($"{Path.GetRelativePath(folder.FullName, problem.File)}: {problem.Problem.Message}", 300))],
            import.Problems.Count);
    }

    private static async Task SaveAsync(IFormFile file, string path, CancellationToken cancellation)
    {
        await using var target = File.Create(path);
        await file.CopyToAsync(target, cancellation);
    }

    /// <summary>Whatever a browser says, it names a file in that folder; the ending tells what it is.</summary>
    private static string SafeName(string name)
    {
        var safe = string.Concat(name.Split('/', '\\')[^1].Select(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '_')).TrimStart('.');
        return safe.Length switch
        {
            0 => "file",
            > LongestName => safe[^LongestName..],
            _ => safe,
        };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Upload {Upload} could not be read to its end")]
        public static partial void NotRead(ILogger logger, long upload, Exception problem);
    }
}
