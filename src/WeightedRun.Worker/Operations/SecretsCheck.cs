using Dapper;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Operations;

internal static class SecretsCheck
{
    public static async Task<Diagnosis> RunAsync(Patient patient, CancellationToken cancellation)
    {
        var keys = Secrets.Load(patient.Secrets, patient.Database);
        await using var connection = await patient.Source.OpenConnectionAsync(cancellation);
        var ring = (await connection.QueryAsync<string>("select xml from data_protection_keys")).AsList();
        if (keys is null)
        {
            return ring.Count == 0
                ? Diagnosis.Watch("secrets", "There is no master key yet.", "The first weightedrun serve makes one; or set Secrets__MasterKeys to the output of: openssl rand -base64 32")
                : Diagnosis.Ill("secrets", "The database holds keys, but this machine has no master key.", "Set Secrets__MasterKeys, or bring the file master-keys from the machine that was there first.");
        }

        var used = KeyRing.MasterKeysOf(ring);
        if (used.FirstOrDefault(id => !keys.Knows(id)) is { } unknown)
            return Diagnosis.Ill("secrets", $"The database's keys are encrypted under the master key {unknown}, which this machine does not have.", "Add it to Secrets__MasterKeys.");

        return used.All(id => id == keys.CurrentId)
            ? Diagnosis.Well("secrets", $"{ring.Count} keys, all under the master key {keys.CurrentId}.")
            : Diagnosis.Watch("secrets", "Some keys are still under an older master key.", "Restart weightedrun serve, and leave the older master key in place until doctor is content.");
    }
}
