using System.Net;
using System.Net.Sockets;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Commands;

/// <summary>Where <c>serve</c> is to listen, tried before anything is started: that somebody else listens there is the commonest trouble of a first start.</summary>
internal static class ListenAddresses
{
    // https://learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel/endpoints: what Kestrel takes when nothing is set.
    private const string Standard = "http://localhost:5000";

    /// <summary>Addresses and ports as ASPNETCORE_URLS and ASPNETCORE_HTTP_PORTS list them, separated by semicolons. Addresses win.</summary>
    public static void Check(string? urls, string? ports)
    {
        var addresses = Parts(urls) is { Length: > 0 } named ? named : [.. Parts(ports).Select(port => $"http://*:{port}")];
        foreach (var address in addresses.DefaultIfEmpty(Standard))
            Try(address);
    }

    private static void Try(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            if (address.IsUnixPipe || address.IsNamedPipe || address.Port == 0)
                return;

            // A port that is no number is taken for a part of the host.
            if (address.Host.Contains(':', StringComparison.Ordinal) && !address.Host.StartsWith('['))
                throw new FormatException("its port is no number");

            using var listener = ListenerAt(address);
            listener.Start();
        }
        catch (Exception problem) when (problem is FormatException or ArgumentOutOfRangeException or SocketException)
        {
            throw new MachineLacksException(
                $"Nothing can listen at {url} ({(problem is SocketException ? problem.Message : "that is no address")}). Set ASPNETCORE_URLS to an address of this machine that is free, such as http://localhost:5080.", problem);
        }
    }

    // Any other name is a host header to Kestrel, which then listens everywhere.
    private static TcpListener ListenerAt(BindingAddress address) => address.Host switch
    {
        "localhost" => new TcpListener(IPAddress.Loopback, address.Port),
        _ when IPAddress.TryParse(address.Host, out var one) => new TcpListener(one, address.Port),
        _ => TcpListener.Create(address.Port),
    };

    private static string[] Parts(string? list) => (list ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
