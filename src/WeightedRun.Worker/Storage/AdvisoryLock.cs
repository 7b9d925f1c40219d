using Dapper;
using Npgsql;

namespace WeightedRun.Worker.Storage;

/// <summary>
/// A lock by name across all processes, held on a database session of its own: when the process dies, PostgreSQL frees it at once.
/// Write what must be written under the lock through <see cref="Connection"/>: if the lock is lost, so is the write.
/// </summary>
internal sealed class AdvisoryLock : IAsyncDisposable
{
    // Asking again beats waiting in PostgreSQL: no session hangs in a wait that a cancelled caller would have to break.
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);

    private readonly string _name;

    private AdvisoryLock(string name, NpgsqlConnection connection)
    {
        _name = name;
        Connection = connection;
    }

    public NpgsqlConnection Connection { get; }

    /// <summary>Null when somebody else still holds it after <paramref name="patience"/>.</summary>
    public static async Task<AdvisoryLock?> TakeAsync(NpgsqlDataSource source, string name, TimeSpan patience, CancellationToken cancellation)
    {
        var startedAt = TimeProvider.System.GetTimestamp();
        var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            for (var pause = FirstPause; ; pause = pause < LongestPause ? pause * 2 : LongestPause)
            {
                if (await connection.ExecuteScalarAsync<bool>("select pg_try_advisory_lock(hashtextextended(@name, 0))", new { name }))
                    return new AdvisoryLock(name, connection);

                if (TimeProvider.System.GetElapsedTime(startedAt) >= patience)
                    break;

                await Task.Delay(pause, cancellation);
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    /// <summary>Null when somebody else holds it now.</summary>
    public static Task<AdvisoryLock?> TryTakeAsync(NpgsqlDataSource source, string name, CancellationToken cancellation) =>
        TakeAsync(source, name, TimeSpan.Zero, cancellation);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Connection.ExecuteAsync("select pg_advisory_unlock(hashtextextended(@name, 0))", new { name = _name });
        }
        catch (Exception problem) when (problem is NpgsqlException or InvalidOperationException)
        {
            // The session is broken or in the middle of something: end it, and PostgreSQL frees the lock with it.
            NpgsqlConnection.ClearPool(Connection);
        }

        await Connection.DisposeAsync();
    }
}
