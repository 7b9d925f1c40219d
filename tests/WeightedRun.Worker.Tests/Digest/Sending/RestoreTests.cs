using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Worker.Digest.Sending;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Digest.Sending;

/// <summary>A copy of the database is brought back: whoever got a digest since gets it no second time.</summary>
public sealed class RestoreTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_made_after_the_sending_sends_nothing_again_and_the_next_week_comes()
    {
        var (_, after, keys) = await CopiesAroundMondayAsync();
        await using var restored = await DigestCase.StartAsync(await postgres.RestoreAsync(after), keys);
        await restored.SweepAsync();
        Assert.Equal((0, "sent"), (restored.Sink.Count, Assert.Single(await restored.StatesAsync())));

        restored.Time.Advance(TimeSpan.FromDays(7));
        await restored.SweepAsync();
        Assert.Equal(1, restored.Sink.Count);
    }

    [Fact]
    public async Task What_was_due_since_an_older_copy_is_held_for_an_admin_and_the_next_week_comes()
    {
        var (before, _, keys) = await CopiesAroundMondayAsync();
        await using var restored = await DigestCase.StartAsync(await postgres.RestoreAsync(before), keys);
        Assert.Equal(1, await restored.Services.GetRequiredService<DigestLedger>().HoldDueAsync(Cancellation));
        await restored.SweepAsync();
        Assert.Equal((0, "ambiguous"), (restored.Sink.Count, Assert.Single(await restored.StatesAsync())));
        Assert.Single(await restored.Services.GetRequiredService<DigestLedger>().ReadUndeliveredAsync(Cancellation));

        restored.Time.Advance(TimeSpan.FromDays(7));
        await restored.SweepAsync();
        Assert.Equal(1, restored.Sink.Count);
        Assert.Equal(["ambiguous", "sent"], await restored.StatesAsync());
    }

    private async Task<(string Before, string After, string Keys)> CopiesAroundMondayAsync()
    {
        var keys = MasterKeys.Create();
        await using var product = await DigestCase.StartAsync(await postgres.CreateDatabaseAsync(), keys);
        await product.AddRunnerAsync();
        var before = await postgres.DumpAsync(product.Database.ConnectionString);
        await product.SweepAsync();
        Assert.Equal(1, product.Sink.Count);
        return (before, await postgres.DumpAsync(product.Database.ConnectionString), keys);
    }
}
