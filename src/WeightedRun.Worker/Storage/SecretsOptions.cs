namespace WeightedRun.Worker.Storage;

/// <summary>Section <c>Secrets</c>: the master keys, which the database never holds.</summary>
internal sealed class SecretsOptions
{
    public const string Section = "Secrets";

    /// <summary>32 bytes in base64 each, separated by commas: the first encrypts, the others only decrypt. Empty: the file is read.</summary>
    public string? MasterKeys { get; set; }

    /// <summary>The same, one a line; made on the first start. Empty: <c>master-keys</c> in Database__Folder.</summary>
    public string? MasterKeyFile { get; set; }
}
