using System.Globalization;
using Dapper;
using Npgsql;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Connections;

/// <summary>The runners of this installation.</summary>
internal sealed class RunnerStore(NpgsqlDataSource source)
{
    /// <summary>By number or by e-mail address.</summary>
    public async Task<Runner?> FindAsync(string idOrEmail, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return long.TryParse(idOrEmail, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await connection.QuerySingleOrDefaultAsync<Runner>("select runner_id, time_zone from runners where runner_id = @id", new { id })
            : await connection.QuerySingleOrDefaultAsync<Runner>("select runner_id, time_zone from runners where lower(email) = lower(@email)", new { email = idOrEmail.Trim() });
    }

    /// <summary>A runner with an address that he has yet to confirm.</summary>
    public async Task<Runner> CreateAsync(string email, string timeZone, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleAsync<Runner>(
            "insert into runners (email, time_zone) values (@email, @timeZone) returning runner_id, time_zone", new { email = email.Trim(), timeZone });
    }
}

/// <summary>Who a runner is to the product.</summary>
internal sealed record Runner
{
    public required RunnerId RunnerId { get; init; }

    /// <summary>An IANA name.</summary>
    public required string TimeZone { get; init; }
}
