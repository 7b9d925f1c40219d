using WeightedRun.Analysis.Runs;
using WeightedRun.Files;
using WeightedRun.Worker.Digest;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Providers.OwnFiles;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Uploads;

/// <summary>Reads uploaded files in a folder of their own, which is gone when they are read.</summary>
internal sealed class UploadReading(OwnFilesDoor door, UploadReports reports, TimeProvider time)
{
    // A folder of broken files is named, not recited.
    private const int MostProblems = 100;
    private const int LongestName = 100;

    public async Task<long> ReadAsync(Visitor visitor, IReadOnlyList<IFormFile> files, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("weightedrun-upload-");
        try
        {
            foreach (var (i, file) in files.Index())
                await SaveAsync(file, Path.Combine(folder.FullName, $"{i + 1}-{SafeName(file.FileName)}"), cancellation);

            var import = await Task.Run(
                () => FileImport.Read([.. folder.GetFiles().Select(file => file.FullName).Order(StringComparer.Ordinal)], visitor.Zone, time.GetUtcNow(), new ReadOptions { Cancellation = cancellation }),
                cancellation);
            var counts = await door.StoreAsync(visitor.RunnerId, import, cancellation);
            return await reports.SaveAsync(
                visitor.RunnerId,
                new UploadReport(
                    files.Count == 1 ? SafeName(files[0].FileName) : $"{files.Count} files",
                    import.Activities.Count,
                    import.Activities.Count(imported => imported.Activity.Sport.IsRun()),
                    counts.Added,
                    counts.Changed,
                    [.. import.Problems.Take(MostProblems).Select(problem => DigestText.OneLine($"{Path.GetRelativePath(folder.FullName, problem.File)}: {problem.Problem.Message}", 300))],
                    import.Problems.Count),
                cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
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
}
