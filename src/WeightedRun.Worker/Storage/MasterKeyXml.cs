using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace WeightedRun.Worker.Storage;

/// <summary>Encrypts each key of the ring before it reaches the database.</summary>
internal sealed class MasterKeyXmlEncryptor(MasterKeys keys) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(keys.Encrypt(plaintextElement), typeof(MasterKeyXmlDecryptor));
}

/// <summary>Its counterpart. The key ring in the database names this type: it can be neither renamed nor moved.</summary>
internal sealed class MasterKeyXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => services.GetRequiredService<MasterKeys>().Decrypt(encryptedElement);
}
