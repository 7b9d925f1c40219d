using System.Security.Cryptography;
using System.Text;
using Hangfire;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>A runner brings a key: it is tried at once, stored encrypted, and the first pull begins.</summary>
internal sealed class GarminPersonalConnect(ConnectionStore connections, Bearers bearers, IBackgroundJobClient jobs, TimeProvider time)
{
    private const int ShortestKey = 16;
    private const int LongestKey = 4096;

    /// <param name="signedInAs">Who brings it; without anybody, a new key is a new runner.</param>
    /// <param name="pasted">The key as it was copied from Garmin Connect.</param>
    /// <param name="days">What was chosen there: one of <see cref="KeyExpiry.Choices"/>.</param>
    /// <param name="cancellation">Ends the attempt; nothing is stored then.</param>
    public async Task<GarminConnected> ConnectAsync(RunnerId? signedInAs, string? pasted, int days, CancellationToken cancellation)
    {
        var key = (pasted ?? "").Trim();
        if (key.Length is < ShortestKey or > LongestKey || !key.All(letter => char.IsAscii(letter) && !char.IsControl(letter) && letter != ' ') || !KeyExpiry.Choices.Contains(days))
            return new GarminConnected(KeyOutcome.NoKey);

        try
        {
            await bearers.CheckAsync(key, cancellation);
        }
        catch (GarminException problem)
        {
            return new GarminConnected(problem.Fault == GarminFault.Revoked ? KeyOutcome.Refused : KeyOutcome.NoAnswer);
        }

        // Garmin does not say whose key it is: a runner's next key is another, and the connection stays the same.
        var account = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)).AsSpan(0, 16));
        if (signedInAs is { } runner)
        {
            if (await connections.FindByAccountAsync(GarminPersonalOptions.Provider, account, cancellation) is { } other && other.RunnerId != runner)
                return new GarminConnected(KeyOutcome.AnotherRunners);

            account = (await connections.FindOfRunnerAsync(runner, GarminPersonalOptions.Provider, cancellation))?.ExternalId ?? account;
        }

        var connection = await connections.ConnectAsync(
            new Authorization
            {
                Provider = GarminPersonalOptions.Provider,
                ExternalId = account,
                Scopes = [],
                Tokens = new Tokens(key, null, time.GetUtcNow().AddDays(days)),
                SignedInAs = signedInAs,
            },
            cancellation);
        if (connection is null)
            return new GarminConnected(KeyOutcome.AnotherRunners);

        var id = connection.ConnectionId;
        jobs.Enqueue<PullGarminPersonalJob>(Queues.Backfill, job => job.RunAsync(id, CancellationToken.None));
        return new GarminConnected(KeyOutcome.Connected, connection);
    }
}

/// <summary>What became of a pasted key.</summary>
internal sealed record GarminConnected(KeyOutcome Outcome, Connection? Connection = null);

internal enum KeyOutcome
{
    Connected,

    /// <summary>It is none: too short, with spaces, without its number of days.</summary>
    NoKey,

    /// <summary>Garmin does not accept it.</summary>
    Refused,

    /// <summary>Garmin does not answer; later it may.</summary>
    NoAnswer,

    /// <summary>Another runner of this installation brought it.</summary>
    AnotherRunners,
}
