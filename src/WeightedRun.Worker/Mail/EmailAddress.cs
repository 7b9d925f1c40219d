using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace WeightedRun.Worker.Mail;

/// <summary>One mailbox that a mail can be sent to.</summary>
internal sealed record EmailAddress
{
    // https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1: no path is longer.
    private const int Longest = 254;

    private static readonly ParserOptions Strict = new() { AddressParserComplianceMode = RfcComplianceMode.Strict, AllowAddressesWithoutDomain = false };

    private EmailAddress(string value) => Value = value;

    public string Value { get; }

    public string Domain => Value[(Value.LastIndexOf('@') + 1)..].ToLowerInvariant();

    /// <summary>What a suppressed address is known by: it tells nobody's name, and outlives the runner.</summary>
    public byte[] Hash => SHA256.HashData(Encoding.UTF8.GetBytes(Value.ToLowerInvariant()));

    /// <summary>A bare address such as <c>ann@example.org</c>; no name, no list, no comment.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        var trimmed = text?.Trim() ?? "";
        address = trimmed.Length is > 0 and <= Longest && MailboxAddress.TryParse(Strict, trimmed, out var mailbox) && mailbox.Address == trimmed && !trimmed.EndsWith('@')
            ? new EmailAddress(trimmed)
            : null;
        return address is not null;
    }

    /// <summary>Records print their members, and an address belongs in no log.</summary>
    public override string ToString() => $"an address at {Domain}";
}
