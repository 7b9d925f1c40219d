using System.Text;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace WeightedRun.Worker.Connections;

/// <summary>What is known of a push subscription. Address and token are secrets: whoever knows them can invent events.</summary>
internal sealed record Subscription
{
    public string? ExternalId { get; init; }

    public required string CallbackUrl { get; init; }

    public required string VerifyToken { get; init; }

    public string? Problem { get; init; }

    /// <summary>The unguessable end of the address.</summary>
    public string Secret => CallbackUrl[(CallbackUrl.LastIndexOf('/') + 1)..];

    /// <summary>Says nothing: records print their members, and these belong in no log.</summary>
    public override string ToString() => nameof(Subscription);
}

internal sealed class SubscriptionStore(NpgsqlDataSource source, IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector _protector = protection.CreateProtector("weightedrun push subscription");

    public async Task<Subscription?> FindAsync(string provider, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(
            "select external_id, callback_url_encrypted, verify_token_encrypted, problem from subscriptions where provider = @provider", new { provider });
        return row is null ? null : new Subscription
        {
            ExternalId = row.ExternalId,
            CallbackUrl = Encoding.UTF8.GetString(_protector.Unprotect(row.CallbackUrlEncrypted)),
            VerifyToken = Encoding.UTF8.GetString(_protector.Unprotect(row.VerifyTokenEncrypted)),
            Problem = row.Problem,
        };
    }

    public async Task SaveAsync(string provider, Subscription subscription, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(
            """
            insert into subscriptions (provider, external_id, callback_url_encrypted, verify_token_encrypted, created_at)
            values (@provider, @ExternalId, @callback, @token, @now)
            on conflict (provider) do update set
                external_id = excluded.external_id, callback_url_encrypted = excluded.callback_url_encrypted, verify_token_encrypted = excluded.verify_token_encrypted,
                created_at = excluded.created_at, verified_at = null, problem = null
            """,
            new
            {
                provider,
                subscription.ExternalId,
                callback = _protector.Protect(Encoding.UTF8.GetBytes(subscription.CallbackUrl)),
                token = _protector.Protect(Encoding.UTF8.GetBytes(subscription.VerifyToken)),
                now = time.GetUtcNow(),
            });
    }

    public async Task RecordAsync(string provider, string? externalId, string? problem, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(
            """
            update subscriptions
            set external_id = coalesce(@externalId, external_id), problem = @problem, checked_at = @now, verified_at = case when @problem is null then @now else verified_at end
            where provider = @provider
            """,
            new { provider, externalId, problem, now = time.GetUtcNow() });
    }

    private sealed record Row
    {
        public string? ExternalId { get; init; }

        public required byte[] CallbackUrlEncrypted { get; init; }

        public required byte[] VerifyTokenEncrypted { get; init; }

        public string? Problem { get; init; }
    }
}
