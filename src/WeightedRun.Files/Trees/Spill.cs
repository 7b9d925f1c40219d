namespace WeightedRun.Files.Trees;

/// <summary>Unpacks a ZIP that lies packed inside another to a temporary file, because a ZIP's directory stands at its end.</summary>
internal static class Spill
{
    /// <summary>A file that vanishes when it is closed, and its bytes.</summary>
    public static (ByteRange Bytes, IDisposable Owned) Of(Stream content)
    {
        var file = Create();
        try
        {
            content.CopyTo(file);
            file.Flush();
            return (new ByteRange(file.SafeFileHandle, 0, file.Length), file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
        };

        // Where somebody was is nobody else's business.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        return new FileStream(Path.Combine(Path.GetTempPath(), $"weightedrun-{Path.GetRandomFileName()}"), options);
    }
}
