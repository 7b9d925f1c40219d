using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>Tries with a runner's key what Garmin does not publish: the exchange, the path of the list, what a list holds. Nothing is stored.</summary>
internal sealed class GarminKeyTrial(ConnectionStore connections, GarminPersonalPull pull, TimeProvider time)
{
    private const int Days = 30;

    /// <summary>What the first page of the last month holds; null when the connection has no key.</summary>
    /// <exception cref="GarminException">What Garmin refused.</exception>
    public async Task<FoundAtGarmin?> RunAsync(ConnectionId id, CancellationToken cancellation)
    {
        if (await connections.ReadTokensAsync(id, cancellation) is not { } tokens)
            return null;

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await foreach (var page in pull.ReadAsync(new GarminKey(id, tokens.Access), new PullWindow(today.AddDays(-Days), today.AddDays(1)), cancellation))
            return new FoundAtGarmin(page.Count, page.Count(activity => activity.Activity.CarriedMass is not null));

        return new FoundAtGarmin(0, 0);
    }
}

internal sealed record FoundAtGarmin(int Activities, int WithPackMass);
