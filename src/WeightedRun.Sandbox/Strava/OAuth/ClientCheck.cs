using System.Security.Cryptography;
using System.Text;
using WeightedRun.Sandbox.Strava.Wire;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.OAuth;

/// <summary>Whether a call comes from the application it says. No secret at all is answered like no application.</summary>
internal static class ClientCheck
{
    public static (StravaApp? App, Refusal? Refusal) Of(Parameters parameters, StravaWorld world) => Of(parameters["client_id"], parameters["client_secret"], world);

    public static (StravaApp? App, Refusal? Refusal) Of(string? clientId, string? secret, StravaWorld world)
    {
        if (world.FindApp(clientId) is not { } app || string.IsNullOrEmpty(secret))
            return (null, Refusal.UnknownClient);

        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(app.Secret)) ? (app, null) : (null, Refusal.WrongSecret);
    }
}
