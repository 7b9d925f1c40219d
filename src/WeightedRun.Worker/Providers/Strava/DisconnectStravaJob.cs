using System.Text;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>The runner disconnects: Strava is told, then everything goes, with a receipt. What Strava answers does not keep anything from going.</summary>
internal sealed partial class DisconnectStravaJob(
    IStravaOAuth oauth, ConnectionStore connections, Deletion deletion, IOptions<StravaOptions> options, TimeProvider time, ILogger<DisconnectStravaJob> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public async Task RunAsync(ConnectionId id, DateTimeOffset requestedAt, CancellationToken cancellation)
    {
        await using var held = await connections.LockAsync(id, Patience, cancellation)
            ?? throw new RetryLaterException("The connection is in use", time.GetUtcNow() + Pause);

        if (await connections.ReadTokensAsync(id, held.Connection) is { } tokens && !await RevokeAsync(tokens, cancellation))
            LogNotRevoked(id.Value);

        await deletion.DeleteConnectionAsync(id, "disconnected", requestedAt, cancellation);
    }

    private async Task<bool> RevokeAsync(Tokens tokens, CancellationToken cancellation)
    {
        // The refresh token: it is valid even when the access token has ended, and ends both.
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Value.ClientId}:{options.Value.ClientSecret}"));
        using var revoked = await oauth.RevokeAsync(credentials, new() { ["token"] = tokens.Refresh ?? tokens.Access }, cancellation);
        if (revoked.IsSuccessStatusCode)
            return true;

        using var deauthorized = await oauth.DeauthorizeAsync(tokens.Access, cancellation);
        return deauthorized.IsSuccessStatusCode;
    }

    [LoggerMessage(LogLevel.Warning, "Strava could not be told that connection {ConnectionId} ends; it stays among the runner's applications there until he removes it")]
    private partial void LogNotRevoked(long connectionId);
}
