using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace WeightedRun.Worker.Mail;

/// <summary>Speaks to one SMTP server over one connection, mail after mail; connects anew when it was lost. For one mail at a time.</summary>
internal sealed class SmtpCarrier(MailOptions options) : IMailCarrier
{
    private readonly SmtpClient _client = new() { Timeout = 1000 * options.TimeoutSeconds };

    public async Task<Delivery> DeliverAsync(MimeMessage mail, CancellationToken cancellation)
    {
        var sent = new SentBytes();
        try
        {
            await ConnectAsync(cancellation);
        }
        catch (Exception problem) when (IsOfTheServer(problem) || problem is MailKit.Security.AuthenticationException or MailKit.Security.SslHandshakeException)
        {
            return new Delivery(DeliveryOutcome.Unreachable, problem.Message);
        }

        try
        {
            await _client.SendAsync(mail, cancellation, sent);
            return Delivery.Taken;
        }
        catch (SmtpCommandException refused)
        {
            return AnswerTo(refused);
        }
        catch (Exception lost) when (IsOfTheConnection(lost))
        {
            await DropAsync();
            return sent.IsAll
                ? new Delivery(DeliveryOutcome.Ambiguous, "the connection broke after the whole mail was sent and before the server answered")
                : new Delivery(DeliveryOutcome.TryLater, lost.Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_client.IsConnected)
            await DropAsync();

        _client.Dispose();
    }

    /// <summary>Connects and signs in, unless that was done already.</summary>
    public async Task ConnectAsync(CancellationToken cancellation)
    {
        if (_client.IsConnected)
            return;

        await _client.ConnectAsync(options.Host!, options.Port, options.Security, cancellation);
        if (!string.IsNullOrEmpty(options.User))
            await _client.AuthenticateAsync(options.User, options.Password ?? "", cancellation);
    }

    /// <summary>Whether a failure to connect lies with the server, the way to it, or with what it cannot do (STARTTLS, a sign-in).</summary>
    public static bool IsOfTheServer(Exception problem) => IsOfTheConnection(problem) || problem is SmtpCommandException or NotSupportedException;

    private async Task DropAsync()
    {
        try
        {
            await _client.DisconnectAsync(quit: false);
        }
        catch (Exception problem) when (IsOfTheConnection(problem))
        {
            // It was gone already.
        }
    }

    // https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1: 4yz may succeed later, 5yz will not.
    private static Delivery AnswerTo(SmtpCommandException refused) => (int)refused.StatusCode switch
    {
        >= 400 and < 500 => new Delivery(DeliveryOutcome.TryLater, $"{(int)refused.StatusCode} {refused.ErrorCode}"),
        _ when refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted => new Delivery(DeliveryOutcome.Refused, $"{(int)refused.StatusCode} {refused.ErrorCode}"),
        // The sender or this mail is refused: the address is not to blame, and an admin may mend it.
        _ => new Delivery(DeliveryOutcome.TryLater, $"{(int)refused.StatusCode} {refused.ErrorCode}"),
    };

    private static bool IsOfTheConnection(Exception problem) =>
        problem is SocketException or IOException or TimeoutException or ProtocolException or ServiceNotConnectedException;

    /// <summary>How much of the mail has left: until its last byte, no server can have taken it.</summary>
    private sealed class SentBytes : ITransferProgress
    {
        public bool IsAll { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => IsAll = bytesTransferred >= totalSize;

        public void Report(long bytesTransferred)
        {
        }
    }
}
