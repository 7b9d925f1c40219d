using System.Collections.Concurrent;
using System.Security.Cryptography;
using WeightedRun.Sandbox.Garmin;

namespace WeightedRun.Sandbox.GarminPartner;

/// <summary>What pings promise: a query that is open for a day, a file that can be fetched once.</summary>
internal sealed class Deliveries(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, (GarminUserId User, DateTimeOffset ExpiresAt)> _pullTokens = [];
    private readonly ConcurrentDictionary<long, FileDelivery> _files = [];
    private long _lastFile = 492_000_000_000;

    internal sealed class FileDelivery(GarminActivityId activity, string token, DateTimeOffset expiresAt)
    {
        private int _fetched;

        public GarminActivityId Activity => activity;

        public string Token => token;

        public DateTimeOffset ExpiresAt => expiresAt;

        /// <summary>False from the second time on.</summary>
        public bool Take() => Interlocked.Exchange(ref _fetched, 1) == 0;
    }

    public string IssuePullToken(GarminUserId user)
    {
        var token = "CPT" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _pullTokens[token] = (user, clock.GetUtcNow() + Lifetime);
        return token;
    }

    /// <summary>Null when the token is unknown or older than a day.</summary>
    public GarminUserId? UserOf(string token) => _pullTokens.TryGetValue(token, out var issued) && issued.ExpiresAt > clock.GetUtcNow() ? issued.User : null;

    public (long Id, string Token) IssueFile(GarminActivity activity)
    {
        var id = Interlocked.Increment(ref _lastFile);
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _files[id] = new FileDelivery(activity.Id, token, clock.GetUtcNow() + Lifetime);
        return (id, token);
    }

    public FileDelivery? FindFile(long id, string token) => _files.TryGetValue(id, out var file) && file.Token == token ? file : null;
}
