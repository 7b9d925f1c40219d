namespace WeightedRun.Worker.Providers;

/// <summary>A folder that only this user can open, for a download on its way; what a killed process left is removed by the next one.</summary>
internal sealed class DownloadFolder : IDisposable
{
    private const string Prefix = "weightedrun-download-";
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory(Prefix);

    public DownloadFolder()
    {
        foreach (var old in _folder.Parent!.EnumerateDirectories(Prefix + "*").Where(old => old.LastWriteTimeUtc < _folder.LastWriteTimeUtc - Abandoned))
            Remove(old);
    }

    public string File => Path.Combine(_folder.FullName, "recording");

    public void Dispose() => Remove(_folder);

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception taken) when (taken is IOException or UnauthorizedAccessException)
        {
            // Another process was quicker, or it is another user's.
        }
    }
}
