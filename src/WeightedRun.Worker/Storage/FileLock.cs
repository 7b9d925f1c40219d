namespace WeightedRun.Worker.Storage;

/// <summary>A lock on a file between the processes of one machine; the system frees it when its process dies.</summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _stream;

    private FileLock(FileStream stream) => _stream = stream;

    public static FileLock? TryTake(string path) => TryOpen(path, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Shared: any number may hold it, and none of them while another has it alone.</summary>
    public static FileLock? TryShare(string path) => TryOpen(path, FileAccess.Read, FileShare.Read);

    /// <summary>Null when another process still holds it after <paramref name="patience"/>.</summary>
    public static async Task<FileLock?> TakeAsync(string path, TimeSpan patience, CancellationToken cancellation)
    {
        var startedAt = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (TryTake(path) is { } taken)
                return taken;

            if (TimeProvider.System.GetElapsedTime(startedAt) > patience)
                return null;

            await Task.Delay(Pause, cancellation);
        }
    }

    public void Dispose() => _stream.Dispose();

    private static FileLock? TryOpen(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new FileLock(new FileStream(path, FileMode.OpenOrCreate, access, share));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
