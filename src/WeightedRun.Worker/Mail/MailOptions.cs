using MailKit.Security;

namespace WeightedRun.Worker.Mail;

/// <summary>Section <c>Mail</c>.</summary>
internal sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>The SMTP server. Empty: mails are put as .eml files into the pickup folder.</summary>
    public string? Host { get; set; }

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
    public int MaxPerDomainPerMinute { get; set; } = 60;

    /// <summary>Seconds for one step of the SMTP dialogue.</summary>
    public int TimeoutSeconds { get; set; } = 60;
}
