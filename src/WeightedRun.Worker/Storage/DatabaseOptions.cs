namespace WeightedRun.Worker.Storage;

/// <summary>Section <c>Database</c>.</summary>
internal sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>Where the PostgreSQL server is. Empty: a private one is started on this machine.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>What the product keeps on this machine: the private PostgreSQL and the master key that was made for it.</summary>
    public string Folder { get; set; } = DefaultFolder;

    /// <summary>The folder with <c>initdb</c> and <c>pg_ctl</c>. Empty: PATH and the known folders are searched.</summary>
    public string? PostgresFolder { get; set; }

    // Root's home is closed to the user that PostgreSQL runs as.
    private static string DefaultFolder => Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()
        ? "/var/lib/weightedrun"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "weightedrun");
}
