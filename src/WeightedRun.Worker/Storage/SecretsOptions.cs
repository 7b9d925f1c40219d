using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Storage;

/// <summary>Section <c>Secrets</c>: the master keys, which the database never holds.</summary>
internal sealed class SecretsOptions : ISettings
{
    public static string Section => "Secrets";

    /// <summary>32 bytes in base64 each, separated by commas: the first encrypts, the others only decrypt. Empty: the file is read.</summary>
    public string? MasterKeys { get; set; }

    /// <summary>The same, one a line; made on the first start. Empty: <c>master-keys</c> in Database__Folder.</summary>
    public string? MasterKeyFile { get; set; }

    public IEnumerable<WrongSetting> FindWrong()
    {
        if (!string.IsNullOrWhiteSpace(MasterKeys) && !Storage.MasterKeys.CanParse(MasterKeys))
            yield return WrongSetting.Of<SecretsOptions>(nameof(MasterKeys), null, "32 bytes in base64 for each key, separated by commas; make one with: openssl rand -base64 32");

        if (Directory.Exists(MasterKeyFile))
            yield return WrongSetting.Of<SecretsOptions>(nameof(MasterKeyFile), MasterKeyFile, "a file, but this is a folder; such as /var/lib/weightedrun/master-keys");
    }
}
