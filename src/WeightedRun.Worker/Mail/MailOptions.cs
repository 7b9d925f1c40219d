using System.ComponentModel.DataAnnotations;
using System.Net;
using MailKit.Security;
using MimeKit;
using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Mail;

/// <summary>Section <c>Mail</c>.</summary>
internal sealed class MailOptions : ISettings
{
    public static string Section => "Mail";

    /// <summary>The SMTP server. Empty: mails are put as .eml files into the pickup folder.</summary>
    public string? Host { get; set; }

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>StartTls (587), SslOnConnect (465), or None, for a server on this machine alone.</summary>
    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.StartTls;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The sender, such as <c>WeightedRun &lt;digest@example.org&gt;</c>.</summary>
    public string From { get; set; } = "WeightedRun <digest@localhost>";

    /// <summary>Where answers go; the operator reads them.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>Where .eml files go without a server.</summary>
    public string PickupFolder { get; set; } = "mail";

    /// <summary>A mailbox provider that gets more than this from an unknown sender refuses the rest.</summary>
    [Range(1, 100_000)]
    public int MaxPerDomainPerMinute { get; set; } = 60;

    /// <summary>Seconds for one step of the SMTP dialogue.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 60;

    public IEnumerable<WrongSetting> FindWrong()
    {
        if (!string.IsNullOrWhiteSpace(Host) && Uri.CheckHostName(Host.Trim()) == UriHostNameType.Unknown)
            yield return WrongSetting.Of<MailOptions>(nameof(Host), Host, "a host without port or scheme, such as smtp.example.org");

        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password))
            yield return WrongSetting.Of<MailOptions>(string.IsNullOrEmpty(User) ? nameof(User) : nameof(Password), null, "Mail__User and Mail__Password together, or neither where the server wants no sign-in");

        if (Security == SecureSocketOptions.None && !string.IsNullOrEmpty(Password) && Host?.Contains('.', StringComparison.Ordinal) == true && !IsLoopback(Host))
            yield return WrongSetting.Of<MailOptions>(nameof(Security), $"{Security}", $"StartTls or SslOnConnect, or everybody on the way to {Host} could read Mail__Password");

        if (!IsAddress(From))
            yield return WrongSetting.Of<MailOptions>(nameof(From), From, "the sender's address, such as WeightedRun <digest@example.org>");

        if (!string.IsNullOrWhiteSpace(ReplyTo) && !IsAddress(ReplyTo))
            yield return WrongSetting.Of<MailOptions>(nameof(ReplyTo), ReplyTo, "an address, such as ann@example.org");

        if (File.Exists(PickupFolder))
            yield return WrongSetting.Of<MailOptions>(nameof(PickupFolder), PickupFolder, "a folder, but this is a file; such as mail");
    }

    private static bool IsAddress(string text) => MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address.Contains('@', StringComparison.Ordinal);

    private static bool IsLoopback(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
