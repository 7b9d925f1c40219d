using Dapper;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>The body mass in the runner's Strava profile: read once a retention period, gone with it.</summary>
internal sealed class StravaProfile(StravaCalls calls, IOptions<StravaOptions> options, TimeProvider time)
{
    public async Task RefreshAsync(AdvisoryLock held, Connection connection, ApiPriority priority, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var isFresh = await held.Connection.ExecuteScalarAsync<bool>(
            "select exists (select from body_mass_entries where connection_id = @ConnectionId and expires_at > @soon)", new { connection.ConnectionId, soon = now.AddDays(1.5) });
        if (isFresh || !connection.Scopes.Contains("profile:read_all"))
            return;

        var athlete = await calls.GetAthleteAsync(held, connection.ConnectionId, priority, cancellation);
        if (athlete.Weight is >= 20 and <= 400)
        {
            await held.Connection.ExecuteAsync(
                """
                insert into body_mass_entries (runner_id, measured_on, source, connection_id, mass_kg, entered_at, expires_at)
                values (@RunnerId, @today, @Provider, @ConnectionId, @Weight, @now, @expires)
                on conflict (runner_id, measured_on, source) do update
                set mass_kg = excluded.mass_kg, connection_id = excluded.connection_id, entered_at = excluded.entered_at, expires_at = excluded.expires_at
                """,
                new { connection.RunnerId, today = DateOnly.FromDateTime(now.UtcDateTime), connection.Provider, connection.ConnectionId, athlete.Weight, now, expires = now + options.Value.Retention });
        }
    }
}
