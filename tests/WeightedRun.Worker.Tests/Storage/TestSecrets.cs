using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Tests.Storage;

/// <summary>What a process does with its secrets at start, under master keys of the test's choice.</summary>
internal static class TestSecrets
{
    public static async Task<TokenProtection> OpenAsync(TestDatabase database, params string[] masterKeys)
    {
        var options = new SecretsOptions { MasterKeys = string.Join(',', masterKeys) };
        var keys = await Secrets.OpenAsync(database.Source, options, new DatabaseOptions(), _ => { }, TestContext.Current.CancellationToken);
        var services = new ServiceCollection().AddLogging().AddSecrets(database.Source, keys).BuildServiceProvider();
        return new TokenProtection(services.GetRequiredService<IDataProtectionProvider>());
    }
}
