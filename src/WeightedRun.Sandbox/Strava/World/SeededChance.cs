namespace WeightedRun.Sandbox.Strava.World;

/// <summary>Chance that falls the same way each time; not for secrets. Callers lock.</summary>
internal sealed class SeededChance(int seed)
{
#pragma warning disable CA5394
    private readonly Random _random = new(seed);

    public double Next() => _random.NextDouble();

    public int Next(int end) => _random.Next(end);

    /// <summary>Draws only where something is at stake, so that switches do not shift each other's sequence.</summary>
    public bool Happens(double share) => share > 0 && _random.NextDouble() < share;
#pragma warning restore CA5394
}
