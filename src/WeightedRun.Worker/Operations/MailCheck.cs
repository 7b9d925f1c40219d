using MailKit.Security;
using MimeKit;
using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Operations;

/// <summary>Whether mails can leave: the server is spoken to up to the sign-in and nothing is sent, or a file is written where mails become files.</summary>
internal static class MailCheck
{
    private const string Name = "mail";

    public static async Task<Diagnosis> RunAsync(Patient patient, CancellationToken cancellation)
    {
        var options = patient.Configuration.Read<MailOptions>();
        return string.IsNullOrWhiteSpace(options.Host) ? TryFolder(options) : await TryServerAsync(options, MailboxAddress.Parse(options.From), cancellation);
    }

    private static Diagnosis TryFolder(MailOptions options)
    {
        var folder = Path.GetFullPath(options.PickupFolder);
        try
        {
            var isThere = Directory.Exists(folder);
            Directory.CreateDirectory(folder);
            File.Create(Path.Combine(folder, $"{Guid.NewGuid():N}.part"), 1, FileOptions.DeleteOnClose).Dispose();
            if (!isThere)
                Directory.Delete(folder);

            return Diagnosis.Well(Name, $"No server is set; mails become files in {folder}.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Diagnosis.Ill(Name, $"Mails cannot be written into {folder}: {problem.Message}", "Set Mail__Host to your mail server, or Mail__PickupFolder to a folder that can be written to.");
        }
    }

    private static async Task<Diagnosis> TryServerAsync(MailOptions options, MailboxAddress sender, CancellationToken cancellation)
    {
        var server = $"{options.Host}:{options.Port}";
        try
        {
            await using var carrier = new SmtpCarrier(options);
            await carrier.ConnectAsync(cancellation);
        }
        catch (AuthenticationException problem)
        {
            return Diagnosis.Ill(Name, $"{server} refuses the sign-in: {problem.Message}", "Check Mail__User and Mail__Password; many providers want a password made for one program.");
        }
        catch (SslHandshakeException problem)
        {
            return Diagnosis.Ill(Name, $"{server} and this machine agree on no encryption: {problem.Message}", "Use Mail__Security=StartTls with port 587, SslOnConnect with 465, and a host name that is in the server's certificate.");
        }
        catch (Exception problem) when (SmtpCarrier.IsOfTheServer(problem))
        {
            return Diagnosis.Ill(Name, $"{server} cannot be used: {problem.Message}", "Check Mail__Host, Mail__Port and Mail__Security, whether the server offers a sign-in if Mail__User is set, and whether this machine may connect to that port.");
        }

        var signedIn = string.IsNullOrEmpty(options.User) ? "answers without a sign-in" : $"answers and lets {options.User} in";
        return sender.Domain is "localhost"
            ? Diagnosis.Watch(Name, $"{server} {signedIn}, but the sender is {sender.Address}.", "Set Mail__From to an address of your own domain.")
            : Diagnosis.Well(Name, $"{server} {signedIn}. For {sender.Domain}, mailbox providers look for SPF, DKIM and DMARC in the DNS: see docs/digest.md.");
    }
}
