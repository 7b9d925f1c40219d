using Dapper;
using Npgsql;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Providers.GarminPersonal;
using WeightedRun.Worker.Providers.Strava;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers;

/// <summary>Asks a runner's providers for the whole window again, before something is said about it.</summary>
internal sealed class RunnerRefresh(NpgsqlDataSource source, StravaRefresh strava, GarminPersonalRefresh garmin)
{
    /// <summary>The worst of all connections; a runner without any has files alone, and those are always fresh.</summary>
    public async Task<Freshness> RefreshAsync(RunnerId runner, CancellationToken cancellation)
    {
        await using var session = await source.OpenConnectionAsync(cancellation);
        var connections = await session.QueryAsync<ConnectionRow>("select connection_id, provider, state from connections where runner_id = @runner", new { runner });
        await session.CloseAsync();
        var worst = Freshness.Fresh;
        foreach (var connection in connections)
        {
            var freshness = connection switch
            {
                { State: not Connection.Active } => Freshness.Broken,
                { Provider: StravaOptions.Provider } => await strava.RefreshAsync(connection.ConnectionId, cancellation),
                { Provider: GarminPersonalOptions.Provider } => await garmin.RefreshAsync(connection.ConnectionId, cancellation),
                // To a partner Garmin pushes what is new, and cannot be asked.
                _ => Freshness.Fresh,
            };
            worst = freshness.State > worst.State ? freshness : worst;
        }

        return worst;
    }

    private sealed record ConnectionRow
    {
        public required ConnectionId ConnectionId { get; init; }

        public required string Provider { get; init; }

        public required string State { get; init; }
    }
}
