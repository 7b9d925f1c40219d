using Dapper;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Tests.Storage;

public sealed class AdvisoryLockTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lock_is_held_by_one_and_free_again_after_it()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using (var first = await AdvisoryLock.TryTakeAsync(database.Source, "connection 1", Cancellation))
        {
            Assert.NotNull(first);
            Assert.Null(await AdvisoryLock.TryTakeAsync(database.Source, "connection 1", Cancellation));
            await using var other = await AdvisoryLock.TryTakeAsync(database.Source, "connection 2", Cancellation);
            Assert.NotNull(other);
        }

        await using var again = await AdvisoryLock.TryTakeAsync(database.Source, "connection 1", Cancellation);
        Assert.NotNull(again);
    }

    [Fact]
    public async Task Fifty_who_wait_get_it_one_after_the_other()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var inside = 0;
        var most = 0;
        await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            await using var held = await AdvisoryLock.TakeAsync(database.Source, "x", TimeSpan.FromMinutes(1), Cancellation);
            Assert.NotNull(held);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        }));
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task A_lost_session_frees_the_lock_and_takes_its_writes_along()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var held = await AdvisoryLock.TryTakeAsync(database.Source, "x", Cancellation);
        await database.ExecuteAsync("select pg_terminate_backend(@pid)", new { pid = held!.Connection.ProcessID });

        await using var next = await AdvisoryLock.TakeAsync(database.Source, "x", TimeSpan.FromSeconds(10), Cancellation);
        Assert.NotNull(next);
        await Assert.ThrowsAnyAsync<Exception>(() => held.Connection.ExecuteAsync("delete from runners"));
        await held.DisposeAsync();
    }
}
