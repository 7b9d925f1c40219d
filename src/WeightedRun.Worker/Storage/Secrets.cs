using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Npgsql;

namespace WeightedRun.Worker.Storage;

/// <summary>Opens what encrypts tokens: the master keys of this machine, and under them the key ring of the database.</summary>
internal static class Secrets
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Finds the master keys, or makes the first one; checks the key ring and brings it under the current key.</summary>
    public static async Task<MasterKeys> OpenAsync(NpgsqlDataSource source, SecretsOptions options, DatabaseOptions database, Action<string> say, CancellationToken cancellation)
    {
        await using var held = await AdvisoryLock.TakeAsync(source, "key ring", Patience, cancellation)
            ?? throw new MachineLacksException("Another process has held the key ring for a minute. Find it in pg_stat_activity, end it, and start again.");

        var isEmpty = !await held.Connection.ExecuteScalarAsync<bool>("select exists (select from data_protection_keys)");
        var keys = Load(options, database) ?? (isEmpty
            ? CreateFile(FileOf(options, database), say)
            : throw new MachineLacksException($"The database holds keys, but this machine has no master key: set Secrets__MasterKeys, or bring {FileOf(options, database)}, as on the machine that was there first."));
        var rewrapped = await KeyRing.RewrapAsync(held.Connection, keys);
        if (rewrapped > 0)
            say($"The key ring is now encrypted under the master key {keys.CurrentId}; older master keys can be removed once every process has been started with it.");

        // Under the lock, so that of two first starts the second finds a ring and needs its master key.
        if (isEmpty)
            CreateFirstKey(source, keys);

        return keys;
    }

    /// <summary>Null where neither the setting nor the file is there.</summary>
    public static MasterKeys? Load(SecretsOptions options, DatabaseOptions database)
    {
        if (!string.IsNullOrWhiteSpace(options.MasterKeys))
            return MasterKeys.Parse(options.MasterKeys, "Secrets__MasterKeys");

        var file = FileOf(options, database);
        try
        {
            return File.Exists(file) ? MasterKeys.Parse(File.ReadAllText(file), file) : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new MachineLacksException($"The master key cannot be read from {file} ({problem.Message.TrimEnd('.')}). Run weightedrun as the user whose file it is, or set Secrets__MasterKeys.", problem);
        }
    }

    public static IServiceCollection AddSecrets(this IServiceCollection services, NpgsqlDataSource source, MasterKeys keys)
    {
        services.AddSingleton(keys);
        services.AddDataProtection().SetApplicationName("weightedrun");
        services.Configure<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new KeyRing(source);
            options.XmlEncryptor = new MasterKeyXmlEncryptor(keys);
        });
        return services;
    }

    private static string FileOf(SecretsOptions options, DatabaseOptions database) =>
        string.IsNullOrWhiteSpace(options.MasterKeyFile) ? Path.Combine(database.Folder, "master-keys") : options.MasterKeyFile;

    private static MasterKeys CreateFile(string path, Action<string> say)
    {
        var key = MasterKeys.Create();
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

            using var writer = new StreamWriter(path, options);
            writer.WriteLine(key);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new MachineLacksException($"The master key cannot be written to {path} ({problem.Message}). Name a file in Secrets__MasterKeyFile that this user may write, or set Secrets__MasterKeys.", problem);
        }

        say($"Made a master key in {path}. Keep a copy of it, apart from the copies of the database.");
        return MasterKeys.Parse(key, path);
    }

    private static void CreateFirstKey(NpgsqlDataSource source, MasterKeys keys)
    {
        using var services = new ServiceCollection().AddLogging().AddSecrets(source, keys).BuildServiceProvider();
        services.GetDataProtector("first key").Protect([]);
    }
}
