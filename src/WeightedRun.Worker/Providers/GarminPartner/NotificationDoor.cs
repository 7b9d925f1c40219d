using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>Whether a notification may be Garmin's: it came to the secret address and names this application. Nothing in it is believed without asking Garmin.</summary>
internal sealed class NotificationDoor(IOptions<GarminPartnerOptions> options)
{
    public const string ClientIdHeader = "garmin-client-id";

    /// <summary>Without the header, as Garmin's data generator posts, the secret alone decides; a wrong header never passes.</summary>
    public bool IsOpenTo(string secret, string? clientId) =>
        !string.IsNullOrEmpty(options.Value.NotificationSecret) && AreEqual(secret, options.Value.NotificationSecret)
        && (string.IsNullOrEmpty(clientId) || AreEqual(clientId, options.Value.ClientId ?? ""));

    // In the same time for every wrong secret, so that none can be guessed letter by letter.
    private static bool AreEqual(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
