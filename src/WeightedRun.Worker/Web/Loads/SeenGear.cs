using Dapper;
using Npgsql;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Web.Loads;

/// <summary>Gear that the runner's own runs name, to be offered before he types it.</summary>
internal sealed class SeenGear(NpgsqlDataSource source)
{
    private const int Most = 10;

    public async Task<IReadOnlyList<string>> ReadAsync(RunnerId runner, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<string>(
            "select gear_name from activities where runner_id = @runner and gear_name is not null group by gear_name order by max(start_local) desc limit @Most", new { runner, Most })).AsList();
    }
}
