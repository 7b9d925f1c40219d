using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Settings;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Commands;

/// <summary>One run of <c>serve</c>: settings, address, database, migrations, secrets, then the host.</summary>
internal static class ServeRun
{
    public static async Task<int> RunAsync(Roles roles, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        Sections.Check(builder.Configuration, Console.Error.WriteLine);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddLines(builder.Configuration).AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            // A degraded check is told to whoever asks, not to the log at each asking.
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.Error);
        // A process of jobs alone answers for its health only, and several may share a machine.
        if (!roles.HasFlag(Roles.Web) && builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey) is null && builder.WebHost.GetSetting(WebHostDefaults.HttpPortsKey) is null)
            builder.WebHost.UseUrls("http://127.0.0.1:0");

        ListenAddresses.Check(builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey), builder.WebHost.GetSetting(WebHostDefaults.HttpPortsKey));
        await using var database = await ProductDatabase.OpenAsync(builder.Configuration, cancellation);
        await Migrator.For(database.Source).ApplyAsync(cancellation);
        var keys = await Secrets.OpenAsync(database.Source, builder.Configuration.SecretsOptions(), builder.Configuration.DatabaseOptions(), Console.Error.WriteLine, cancellation);
        builder.AddWeightedRun(database, keys, roles);
        await using var app = builder.Build();
        app.MapWeightedRun(roles);
        await app.RunAsync(cancellation);
        return ExitCode.Done;
    }
}
