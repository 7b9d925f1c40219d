using WeightedRun.Worker.Settings;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Commands;

/// <summary>The product's database for commands that work on it without the rest of the product.</summary>
internal static class ProductDatabase
{
    /// <summary>The same settings that <c>serve</c> reads.</summary>
    public static IConfiguration Settings() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build();

    public static DatabaseOptions DatabaseOptions(this IConfiguration settings) =>
        settings.Read<DatabaseOptions>();

    public static SecretsOptions SecretsOptions(this IConfiguration settings) =>
        settings.Read<SecretsOptions>();

    public static Task<Database> OpenAsync(IConfiguration settings, CancellationToken cancellation) =>
        Database.OpenAsync(settings.DatabaseOptions(), Console.Error.WriteLine, cancellation);
}
