using System.Net;
using System.Net.Sockets;

namespace WeightedRun.Sandbox.Demo;

/// <summary>Addresses on this machine: the usual one where it is free, so that a bookmark works the next time.</summary>
internal static class Ports
{
    public const int Product = 5090;
    public const int Mailbox = 5091;
    public const int Strava = 5092;
    public const int Garmin = 5093;

    public static Uri AddressAt(int usual) => new($"http://127.0.0.1:{(IsFree(usual) ? usual : AnyFree())}/");

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int AnyFree()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
