using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>The key that a runner made in Garmin Connect, and the connection it opens.</summary>
internal readonly record struct GarminKey(ConnectionId Connection, string Value)
{
    /// <summary>Says nothing of the key: it belongs in no log.</summary>
    public override string ToString() => $"GarminKey of connection {Connection.Value}";
}

/// <summary>When a key ends. Garmin does not say; the runner tells what was chosen when the key was made.</summary>
internal static class KeyExpiry
{
    /// <summary>What Garmin offers, in days.</summary>
    public static readonly int[] Choices = [30, 90, 180, 365];

    public static readonly TimeSpan Notice = TimeSpan.FromDays(7);

    /// <summary>Whether the runner is to be told now; once, in the week before the end.</summary>
    public static bool IsWarningDue(DateTimeOffset expiresAt, DateTimeOffset? warnedAt, DateTimeOffset now) =>
        now >= expiresAt - Notice && (warnedAt is not { } warned || warned < expiresAt - Notice);
}
