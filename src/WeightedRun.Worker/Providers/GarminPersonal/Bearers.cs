using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>The bearers that keys were exchanged for, in memory: a new process asks once more, and nothing of them is stored.</summary>
internal sealed class Bearers(IGarminPersonalKeys keys, IOptions<GarminPersonalOptions> options, TimeProvider time)
{
    // What was observed, for an answer that does not say.
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<ConnectionId, Slot> _slots = [];

    private sealed class Slot : IDisposable
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public Issued? Current { get; set; }

        public void Dispose() => Gate.Dispose();
    }

    private sealed record Issued(string Key, string Bearer, DateTimeOffset RenewAt);

    /// <summary>The bearer of a key, exchanged when there is none, when its end is near, or when Garmin refused it. Of many callers one asks.</summary>
    /// <exception cref="GarminException">The key is no longer accepted, or Garmin does not answer.</exception>
    public async Task<string> GetAsync(GarminKey key, string? refused, CancellationToken cancellation)
    {
        var slot = _slots.GetOrAdd(key.Connection, _ => new Slot());
        await slot.Gate.WaitAsync(cancellation);
        try
        {
            if (slot.Current is { } current && current.Key == key.Value && current.Bearer != refused && current.RenewAt > time.GetUtcNow())
                return current.Bearer;

            slot.Current = await ExchangeAsync(key.Value, cancellation);
            return slot.Current.Bearer;
        }
        finally
        {
            slot.Gate.Release();
        }
    }

    /// <summary>Whether a key that was just pasted opens anything; nothing is kept.</summary>
    /// <exception cref="GarminException">The key is not accepted, or Garmin does not answer.</exception>
    public Task CheckAsync(string key, CancellationToken cancellation) => ExchangeAsync(key, cancellation);

    /// <summary>The runner disconnected.</summary>
    public void Forget(ConnectionId connection) => _slots.TryRemove(connection, out _);

    private async Task<Issued> ExchangeAsync(string key, CancellationToken cancellation)
    {
        try
        {
            var answer = GarminAnswers.ContentOf(await keys.ExchangeAsync(options.Value.TokenPath, key, cancellation));
            var lifetime = (answer.ExpiresIn ?? answer.ExpiresInCamel) is { } seconds and > 0 and < 1e9 ? TimeSpan.FromSeconds(seconds) : UsualLifetime;
            // A lifetime shorter than the margin would be renewed at every call.
            var margin = options.Value.RenewalMargin < lifetime / 2 ? options.Value.RenewalMargin : lifetime / 2;
            return (answer.AccessToken ?? answer.AccessTokenCamel ?? answer.Token) is { Length: > 0 } bearer
                ? new Issued(key, bearer, time.GetUtcNow() + lifetime - margin)
                : throw new GarminException(GarminFault.Unavailable, "Garmin's token answer lacks a token");
        }
        catch (GarminException refusal) when (refusal.Fault is GarminFault.Unauthorized or GarminFault.MissingPermission)
        {
            throw new GarminException(GarminFault.Revoked, "Garmin no longer accepts the key: it expired, was deleted, or was not pasted whole");
        }
    }
}
