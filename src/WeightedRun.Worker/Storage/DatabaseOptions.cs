using Npgsql;
using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Storage;

/// <summary>Section <c>Database</c>.</summary>
internal sealed class DatabaseOptions : ISettings
{
    public static string Section => "Database";

    /// <summary>Where the PostgreSQL server is. Empty: a private one is started on this machine.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>What the product keeps on this machine: the private PostgreSQL and the master key that was made for it.</summary>
    public string Folder { get; set; } = DefaultFolder;

    /// <summary>The folder with <c>initdb</c> and <c>pg_ctl</c>. Empty: PATH and the known folders are searched.</summary>
    public string? PostgresFolder { get; set; }

    public IEnumerable<WrongSetting> FindWrong()
    {
        if (!string.IsNullOrWhiteSpace(ConnectionString) && !NamesAHost(ConnectionString))
            yield return WrongSetting.Of<DatabaseOptions>(nameof(ConnectionString), null, "names and values, such as Host=localhost;Database=weightedrun;Username=weightedrun;Password=secret");

        if (File.Exists(Folder))
            yield return WrongSetting.Of<DatabaseOptions>(nameof(Folder), Folder, "a folder, but this is a file; such as /var/lib/weightedrun");

        if (string.IsNullOrWhiteSpace(ConnectionString) && !string.IsNullOrWhiteSpace(PostgresFolder) && !File.Exists(Path.Combine(PostgresFolder, "initdb")))
            yield return WrongSetting.Of<DatabaseOptions>(nameof(PostgresFolder), PostgresFolder, "the folder with initdb and pg_ctl, such as /usr/lib/postgresql/15/bin");
    }

    private static bool NamesAHost(string connectionString)
    {
        try
        {
            return !string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(connectionString).Host);
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException)
        {
            return false;
        }
    }

    // Root's home is closed to the user that PostgreSQL runs as.
    private static string DefaultFolder => Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()
        ? "/var/lib/weightedrun"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "weightedrun");
}
