using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace WeightedRun.Worker.Storage;

/// <summary>The keys that encrypt the key ring, by AES-256-GCM. The first encrypts, all of them decrypt.</summary>
internal sealed class MasterKeys
{
    public const string ElementName = "encryptedUnderMasterKey";

    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private static readonly char[] Separators = [',', ' ', '\n', '\r', '\t'];

    private readonly Dictionary<string, byte[]> _keys = [];

    private MasterKeys(IEnumerable<byte[]> keys)
    {
        foreach (var key in keys)
            _keys.TryAdd(IdOf(key), key);

        CurrentId = _keys.Keys.First();
    }

    public string CurrentId { get; }

    public static string Create() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>Reads keys as they were written to <paramref name="place"/>, which the error names.</summary>
    public static MasterKeys Parse(string text, string place)
    {
        var keys = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select((key, index) => Decode(key) is { Length: KeyBytes } bytes
            ? bytes
            : throw new MachineLacksException($"{place}: key {index + 1} is not 32 bytes in base64. Make one with: openssl rand -base64 32")).ToList();
        return keys.Count > 0 ? new MasterKeys(keys) : throw new MachineLacksException($"{place} holds no key. Make one with: openssl rand -base64 32");
    }

    public static bool CanParse(string text) =>
        text.Split(Separators, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } keys && keys.All(key => Decode(key) is { Length: KeyBytes });

    public bool Knows(string id) => _keys.ContainsKey(id);

    public XElement Encrypt(XElement plain)
    {
        var text = Encoding.UTF8.GetBytes(plain.ToString(SaveOptions.DisableFormatting));
        var sealedText = new byte[NonceBytes + TagBytes + text.Length];
        var nonce = sealedText.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_keys[CurrentId], TagBytes);
        aes.Encrypt(nonce, text, sealedText.AsSpan(NonceBytes + TagBytes), sealedText.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(CurrentId));
        return new XElement(ElementName, new XAttribute("key", CurrentId), Convert.ToBase64String(sealedText));
    }

    public XElement Decrypt(XElement encrypted)
    {
        var id = (string)encrypted.Attribute("key")!;
        if (!_keys.TryGetValue(id, out var key))
            throw new MachineLacksException($"The database's keys are encrypted under the master key {id}, which this machine does not have. Add it to Secrets__MasterKeys, as it was on the machine that made it.");

        var sealedText = Convert.FromBase64String(encrypted.Value).AsSpan();
        var text = new byte[sealedText.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(sealedText[..NonceBytes], sealedText[(NonceBytes + TagBytes)..], sealedText.Slice(NonceBytes, TagBytes), text, Encoding.UTF8.GetBytes(id));
        return XElement.Parse(Encoding.UTF8.GetString(text));
    }

    // Names a key in the database and in messages without telling anything of it.
    private static string IdOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData([.. "weightedrun master key "u8, .. key]).AsSpan(0, 6));

    private static byte[]? Decode(string key)
    {
        var bytes = new byte[key.Length];
        return Convert.TryFromBase64String(key, bytes, out var written) ? bytes[..written] : null;
    }
}
