namespace WeightedRun.Sandbox.Demo;

/// <summary>Waits for a state of affairs, looking often.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    public static async Task ItIsSoAsync(string what, Func<Task<bool>> isSo, CancellationToken cancellation)
    {
        var startedAt = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(startedAt) > Patience)
                throw new DemoStuckException($"Waited for five minutes in vain until {what}.");

            await Task.Delay(Glance, cancellation);
        }
    }
}
