using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace WeightedRun.Worker.Storage;

/// <summary>The key ring of ASP.NET Data Protection in PostgreSQL, shared by all processes.</summary>
internal sealed class KeyRing(NpgsqlDataSource source) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = source.OpenConnection();
        return [.. connection.Query<string>("select xml from data_protection_keys order by key_id").Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = source.OpenConnection();
        connection.Execute(
            "insert into data_protection_keys (friendly_name, xml) values (@friendlyName, @xml)",
            new { friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) });
    }

    /// <summary>
    /// Makes sure that every key of the ring can be read, and encrypts those under an older master key anew under the current one.
    /// Data Protection itself would only log a key that it cannot read, make another, and leave the tokens under the first for lost.
    /// </summary>
    public static async Task<int> RewrapAsync(NpgsqlConnection connection, MasterKeys keys)
    {
        var rewrapped = 0;
        foreach (var row in await connection.QueryAsync<Row>("select key_id, xml from data_protection_keys order by key_id"))
        {
            var ring = XElement.Parse(row.Xml);
            foreach (var encrypted in ring.Descendants(MasterKeys.ElementName).ToList())
            {
                var plain = keys.Decrypt(encrypted);
                if ((string?)encrypted.Attribute("key") == keys.CurrentId)
                    continue;

                encrypted.ReplaceWith(keys.Encrypt(plain));
                rewrapped += await connection.ExecuteAsync(
                    "update data_protection_keys set xml = @xml where key_id = @KeyId",
                    new { row.KeyId, xml = ring.ToString(SaveOptions.DisableFormatting) });
            }
        }

        return rewrapped;
    }

    private sealed record Row
    {
        public required long KeyId { get; init; }

        public required string Xml { get; init; }
    }
}
