using WeightedRun.Files;

namespace WeightedRun.Worker.Providers;

/// <summary>A file of a provider: on disk before anything looks into it, then read through the same door as a runner's own files.</summary>
internal sealed class SavedDownload : IDisposable
{
    // The longest recording at one record a second is a tenth of this.
    private const long MostBytes = 64L * 1024 * 1024;

    private SavedDownload(string path) => Path = path;

    public string Path { get; }

    /// <summary>Deletes the file unless it was complete.</summary>
    /// <exception cref="GarminException">The file is larger than any recording.</exception>
    public static async Task<SavedDownload> SaveAsync(HttpContent content, string path, CancellationToken cancellation)
    {
        var saved = new SavedDownload(path);
        try
        {
            await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 81920, FileOptions.Asynchronous);
            await using var stream = await content.ReadAsStreamAsync(cancellation);
            await CopyAsync(stream, file, cancellation);
            return saved;
        }
        catch
        {
            saved.Dispose();
            throw;
        }
    }

    public IReadOnlyList<ReadResult> Read(CancellationToken cancellation) =>
        [.. ActivityFiles.Read([Path], new ReadOptions { Parallelism = 1, Cancellation = cancellation })];

    public void Dispose() => File.Delete(Path);

    private static async Task CopyAsync(Stream from, FileStream into, CancellationToken cancellation)
    {
        var buffer = new byte[81920];
        for (long total = 0; await from.ReadAsync(buffer, cancellation) is var read and > 0;)
        {
            if ((total += read) > MostBytes)
                throw new GarminException(GarminFault.Refused, $"Garmin's file is larger than {MostBytes >> 20} MB, which no recording is");

            await into.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
    }
}
