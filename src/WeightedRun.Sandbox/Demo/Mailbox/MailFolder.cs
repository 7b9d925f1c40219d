using System.Text.RegularExpressions;
using MimeKit;

namespace WeightedRun.Sandbox.Demo.Mailbox;

/// <summary>The folder into which the product puts its mails.</summary>
internal sealed class MailFolder(string path)
{
    /// <summary>The newest first.</summary>
    public IReadOnlyList<(string Name, MimeMessage Mail)> All() =>
        [.. new DirectoryInfo(path).GetFiles("*.eml").OrderByDescending(file => file.LastWriteTimeUtc).Select(file => (Path.GetFileNameWithoutExtension(file.Name), MimeMessage.Load(file.FullName)))];

    /// <summary>Null when there is no such mail; a name is never a way to another folder.</summary>
    public MimeMessage? Find(string name) => name.All(char.IsAsciiHexDigitLower) && Path.Combine(path, $"{name}.eml") is var file && File.Exists(file) ? MimeMessage.Load(file) : null;

    public MimeMessage? NewestTo(string email) => All().Select(mail => mail.Mail).FirstOrDefault(mail => mail.To.Mailboxes.Any(to => to.Address == email));

    /// <summary>The newest link of a kind that was mailed to somebody.</summary>
    public Uri LinkTo(string email, string kind) => All()
        .Where(mail => mail.Mail.To.Mailboxes.Any(to => to.Address == email))
        .Select(mail => Regex.Match(mail.Mail.TextBody ?? "", $@"https?://\S+/{Regex.Escape(kind)}[\w-]+"))
        .Where(link => link.Success)
        .Select(link => new Uri(link.Value))
        .FirstOrDefault() ?? throw new DemoStuckException($"No mail with a link to {kind} came for {email}.");
}
