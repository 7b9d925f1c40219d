namespace WeightedRun.Analysis.Runs;

/// <summary>What the rules ask about a sport.</summary>
public static class Sports
{
    /// <summary>Whether the rules for runs apply. Walks, hikes and rucks are kept, tagged, and never counted as runs.</summary>
    public static bool IsRun(this Sport sport) =>
        sport is Sport.Run or Sport.TrailRun or Sport.TreadmillRun or Sport.VirtualRun or Sport.TrackRun;

    /// <summary>Whether it was done on foot: run, walked, hiked or rucked.</summary>
    public static bool IsOnFoot(this Sport sport) => sport.IsRun() || sport is Sport.Walk or Sport.Hike or Sport.Ruck;
}
