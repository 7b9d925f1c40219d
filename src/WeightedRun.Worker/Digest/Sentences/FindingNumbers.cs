using WeightedRun.Analysis.Rules;

namespace WeightedRun.Worker.Digest.Sentences;

/// <summary>A finding's numbers as the runner reads them.</summary>
internal readonly struct FindingNumbers(Evaluation finding, DigestUnits units)
{
    public bool HasLimit(string name) => finding.Limits.Any(measure => measure.Name == name);

    public bool Has(string reason) => finding.Reasons.Contains(reason);

    public double Observed(string name) => finding.Observed.First(measure => measure.Name == name).Value;

    public double Limit(string name) => finding.Limits.First(measure => measure.Name == name).Value;

    public string Count(string name) => units.Whole(Observed(name));

    public string CountLimit(string name) => units.Whole(Limit(name));

    public string Percent(string name) => units.Percent(Math.Round(Observed(name), 1));

    public string PercentLimit(string name) => units.Percent(Math.Round(Limit(name), 1));

    public string Mass(string name) => units.Mass(Analysis.Units.Mass.FromKilograms(Observed(name)));

    public string MassLimit(string name) => units.Mass(Analysis.Units.Mass.FromKilograms(Limit(name)));

    public string Distance(string name) => units.Distance(Analysis.Units.Distance.FromMeters(Observed(name)));

    public string DistanceLimit(string name) => units.Distance(Analysis.Units.Distance.FromMeters(Limit(name)));

    public string Pace(string name) => units.Pace(Analysis.Units.Pace.FromSecondsPerKilometer(Observed(name)));

    public string PaceLimit(string name) => units.Pace(Analysis.Units.Pace.FromSecondsPerKilometer(Limit(name)));

    /// <summary>Which week since weight was first carried, the first being 1.</summary>
    public string WeekOfStage() => units.Whole(Observed("stage_weeks") + 1);

    /// <summary>The next step after a jump that was too large.</summary>
    public string NextMass() => units.Mass(Analysis.Units.Mass.FromKilograms(Observed("established_load_kg") + Limit("increase_kg")));

    /// <summary>By how many percent most people are slower with such a share of their weight.</summary>
    public (string Least, string Most) Slowdown()
    {
        var (percent, slowdown) = (Observed("load_percent"), Thresholds.Default.SlowdownPercent);
        return (units.Whole(percent * slowdown.First), units.Whole(percent * slowdown.Third));
    }
}
