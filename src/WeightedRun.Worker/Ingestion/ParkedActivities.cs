using Dapper;
using Npgsql;
using WeightedRun.Worker.Connections;

namespace WeightedRun.Worker.Ingestion;

/// <summary>Activities that a provider announces but does not deliver: set aside with the reason, so that one of them never stops the others.</summary>
internal sealed class ParkedActivities(TimeProvider time)
{
    public Task ParkAsync(NpgsqlConnection session, Connection connection, string externalId, string reason, IReadOnlyList<TimeSpan> ladder, TimeSpan retention)
    {
        var now = time.GetUtcNow();
        return session.ExecuteAsync(
            """
            insert into parked_activities (connection_id, external_id, reason, attempts, parked_at, next_try_at, expires_at)
            values (@ConnectionId, @externalId, @reason, 1, @now, @now + (@pauses)[1], @now + @retention)
            on conflict (connection_id, external_id) do update set
                reason = excluded.reason, attempts = parked_activities.attempts + 1,
                next_try_at = @now + (@pauses)[parked_activities.attempts + 1], expires_at = excluded.expires_at
            """,
            new { connection.ConnectionId, externalId, reason, now, pauses = ladder.ToArray(), retention });
    }

    public static Task ForgetAsync(NpgsqlConnection session, Connection connection, string externalId) => session.ExecuteAsync(
        "delete from parked_activities where connection_id = @ConnectionId and external_id = @externalId", new { connection.ConnectionId, externalId });
}
