using Microsoft.Extensions.Options;

namespace WeightedRun.Worker.Mail;

/// <summary>Opens the way that the settings name: the SMTP server where there is one, else the pickup folder.</summary>
internal sealed class MailCarriers(IOptions<MailOptions> options)
{
    public IMailCarrier Open() => string.IsNullOrWhiteSpace(options.Value.Host) ? new PickupFolder(options.Value) : new SmtpCarrier(options.Value);
}
