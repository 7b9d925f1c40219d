namespace WeightedRun.Analysis.Rules;

/// <summary>What looks compliant is compliant: half of the last digit that is shown, and what two watches differ by.</summary>
internal static class Epsilon
{
    /// <summary>On a limit in kilograms.</summary>
    public const double Kilograms = 0.05;

    /// <summary>On a limit in percent of body mass or heart rate.</summary>
    public const double Percent = 0.05;

    /// <summary>On a limit of distance, in percent of the distance compared with.</summary>
    public const double DistancePercent = 1;
}
