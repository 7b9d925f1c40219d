using System.Globalization;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Connections;

/// <summary>Which runner a request comes from, as whoever signs runners in has written it into the request's user.</summary>
internal static class SignedIn
{
    public const string RunnerClaim = "runner";

    /// <summary>Null when nobody is signed in.</summary>
    public static RunnerId? Runner(HttpContext context) =>
        long.TryParse(context.User.FindFirst(RunnerClaim)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new RunnerId(id) : null;
}
