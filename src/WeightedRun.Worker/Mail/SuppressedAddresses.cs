using Dapper;
using Npgsql;

namespace WeightedRun.Worker.Mail;

/// <summary>Addresses that a mail server refused for good, by their hash. Nothing is sent to them until somebody confirms them anew.</summary>
internal sealed class SuppressedAddresses(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>Why, and since when; null for an address that may be written to.</summary>
    public async Task<Suppression?> FindAsync(EmailAddress address, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Suppression>("select reason, suppressed_at from suppressed_addresses where address_hash = @Hash", new { address.Hash });
    }

    public async Task AddAsync(EmailAddress address, string reason, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(
            "insert into suppressed_addresses (address_hash, reason, suppressed_at) values (@Hash, @reason, @now) on conflict do nothing",
            new { address.Hash, reason, now = time.GetUtcNow() });
    }

    /// <summary>The runner says that the address works again.</summary>
    public async Task<bool> RemoveAsync(EmailAddress address, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.ExecuteAsync("delete from suppressed_addresses where address_hash = @Hash", new { address.Hash }) > 0;
    }
}

/// <summary>Why an address is not written to.</summary>
internal sealed record Suppression
{
    public required string Reason { get; init; }

    public required DateTimeOffset SuppressedAt { get; init; }
}
