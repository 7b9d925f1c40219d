using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WeightedRun.Worker.Tests.Mail;

/// <summary>A mail server that speaks SMTP over TCP, keeps what it takes, and misbehaves on demand.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<(string Recipient, byte[] Mail)> _taken = new();
    private int _count;
    private TcpListener _listener = new(IPAddress.Loopback, 0);

    public SmtpSink()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync(_listener);
    }

    public int Port { get; }

    /// <summary>What it does wrong from now on.</summary>
    public SmtpFault Fault { get; set; }

    /// <summary>Called when the dialogue reaches a point; the server waits for its end.</summary>
    public Func<SmtpPoint, Task> At { get; set; } = _ => Task.CompletedTask;

    /// <summary>Whether the mails themselves are kept; their number always is.</summary>
    public bool KeepsMails { get; set; } = true;

    public int Count => _count;

    /// <summary>Every mail that it has taken, whether or not its answer arrived.</summary>
    public IReadOnlyList<(string Recipient, byte[] Mail)> Taken => [.. _taken];

    public int Dialogues { get; private set; }

    /// <summary>Nobody listens any more.</summary>
    public void GoDown() => _listener.Stop();

    public void ComeBack()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _ = AcceptAsync(_listener);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        _end.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
                _ = SpeakAsync(await listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception problem) when (problem is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It went down.
        }
    }

    private async Task SpeakAsync(TcpClient client)
    {
        using (client)
        {
            client.NoDelay = true;
            try
            {
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1, false, 16384);
                await ConverseAsync(stream, reader);
            }
            catch (Exception problem) when (problem is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // The other side went away, or we did.
            }
        }
    }

    private async Task ConverseAsync(NetworkStream stream, StreamReader reader)
    {
        Dialogues++;
        if (Fault == SmtpFault.SilentGreeting)
            await Task.Delay(Timeout.Infinite, _end.Token);

        await SayAsync(stream, Fault == SmtpFault.Busy ? "421 too busy" : "220 sink");
        var recipient = "";
        while (Fault != SmtpFault.Busy && await reader.ReadLineAsync(_end.Token) is { } line)
        {
            switch (line.Split(' ', 2)[0].ToUpperInvariant())
            {
                case "RCPT":
                    recipient = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                    await At(SmtpPoint.Recipient);
                    await SayAsync(stream, Fault switch { SmtpFault.RecipientLater => "450 mailbox busy", SmtpFault.RecipientRefused => "550 no such mailbox", _ => "250 ok" });
                    break;
                case "DATA":
                    await SayAsync(stream, "354 go on");
                    if (Fault == SmtpFault.DropBeforeBody || !await TakeAsync(stream, reader, recipient))
                        return;

                    break;
                case "QUIT":
                    await SayAsync(stream, "221 bye");
                    return;
                default:
                    await SayAsync(stream, "250 ok");
                    break;
            }
        }
    }

    private async Task<bool> TakeAsync(NetworkStream stream, StreamReader reader, string recipient)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
            mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");

        await At(SmtpPoint.BodyRead);
        if (Fault == SmtpFault.BodyRefused)
        {
            await SayAsync(stream, "554 looks like spam");
            return true;
        }

        Interlocked.Increment(ref _count);
        if (KeepsMails)
            _taken.Enqueue((recipient, Encoding.Latin1.GetBytes(mail.ToString())));
        if (Fault == SmtpFault.DropAfterBody)
            return false;

        if (Fault == SmtpFault.SilentAfterBody)
            await Task.Delay(Timeout.Infinite, _end.Token);

        await SayAsync(stream, "250 taken");
        await At(SmtpPoint.Answered);
        return true;
    }

    private Task SayAsync(NetworkStream stream, string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), _end.Token).AsTask();
}

internal enum SmtpFault
{
    None,
    Busy,
    SilentGreeting,
    RecipientLater,
    RecipientRefused,
    DropBeforeBody,
    BodyRefused,
    DropAfterBody,
    SilentAfterBody,
}

internal enum SmtpPoint
{
    Recipient,
    BodyRead,
    Answered,
}
