using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace WeightedRun.Worker.Mail;

/// <summary>Puts mails as .eml files into a folder: for trying things out, and for a mail program that collects them there.</summary>
internal sealed class PickupFolder(MailOptions options) : IMailCarrier
{
    public async Task<Delivery> DeliverAsync(MimeMessage mail, CancellationToken cancellation)
    {
        Directory.CreateDirectory(options.PickupFolder);
        // Named after its Message-ID: the same mail written twice is one file. Moved into place whole, because a collector may be watching.
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.MessageId!)).AsSpan(0, 16));
        var path = Path.Combine(options.PickupFolder, $"{name}.eml");
        await mail.WriteToAsync(path + ".part", cancellation);
        File.Move(path + ".part", path, overwrite: true);
        return Delivery.Taken;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
