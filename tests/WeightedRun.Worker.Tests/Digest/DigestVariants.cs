using WeightedRun.Analysis;
using WeightedRun.Analysis.Corrections;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Digest;
using WeightedRun.Worker.Digest.Sentences;

namespace WeightedRun.Worker.Tests.Digest;

/// <summary>Every shape that a digest takes, by name: what holds for all of them is tested on all of them.</summary>
internal static class DigestVariants
{
    private static readonly Dictionary<string, Func<DigestWorld>> Worlds = new()
    {
        ["watch"] = () => Mailed(new DigestWorld()),
        ["without-links"] = () => new DigestWorld(),
        ["all-clear"] = () => Mailed(new DigestWorld { Runs = [.. DigestWorld.Habit(), DigestWorld.Run("2025-03-04", 8, 389, 7, "Vest 7 easy"), DigestWorld.Run("2025-03-07", 8, 390, 7, "Vest"), DigestWorld.Run("2025-03-09", 8, 361, null, "Long one")] }),
        ["stop"] = () => Mailed(new DigestWorld { Runs = [.. DigestWorld.Habit(), .. Enumerable.Range(3, 5).Select(day => DigestWorld.Run($"2025-03-0{day}", 12, 350, 16, "Vest 16 kg"))] }),
        ["question"] = () => Mailed(new DigestWorld { Runs = [.. DigestWorld.Habit(), .. DigestWorld.AWatchfulWeek(), Suspected()] }),
        ["no-weighted-run"] = () => Mailed(new DigestWorld { Runs = [.. DigestWorld.Habit(), DigestWorld.Run("2025-03-05", title: "Easy"), DigestWorld.Run("2025-03-08", title: "Park")] }),
        ["never-weighted"] = () => Mailed(new DigestWorld { Runs = [.. DigestWorld.Habit().Where(run => run.Load is null), DigestWorld.Run("2025-03-05", title: "Easy")] }),
        ["quiet"] = () => Mailed(new DigestWorld { Runs = [.. DigestWorld.Habit()] }),
        ["last-quiet"] = () => Mailed(new DigestWorld { Runs = [.. DigestWorld.Habit().Where(run => run.StartLocal < new DateTime(2025, 2, 17))] }),
        ["first-week"] = () => FirstWeek(Mailed(new DigestWorld { SyncedFrom = new DateOnly(2025, 2, 26), BodyKilograms = null, Runs = [.. DigestWorld.AWatchfulWeek()] })),
        ["connection-broken"] = () => WithTrouble(Mailed(new DigestWorld()), new ConnectionTrouble(ConnectionTroubleKind.Broken, "Strava", new DateOnly(2025, 3, 5))),
        ["connection-expiring"] = () => WithTrouble(Mailed(new DigestWorld()), new ConnectionTrouble(ConnectionTroubleKind.Expiring, "Garmin", new DateOnly(2025, 4, 3))),
        ["stale"] = () => Stale(Mailed(new DigestWorld())),
        ["corrected"] = () => Corrected(Mailed(new DigestWorld())),
        ["hostile"] = () => Mailed(new DigestWorld { Runs = [.. DigestWorld.Habit(), .. Hostile()] }),
        ["forty-runs"] = () => Mailed(new DigestWorld { Runs = [.. DigestWorld.Habit(), .. Enumerable.Range(0, 40).Select(at => DigestWorld.Run("2025-03-04", 2, 400, null, string.Concat(Enumerable.Repeat("🦺", 200))) with { Id = new ActivityId($"strava:{at}"), StartLocal = new DateTime(2025, 3, 3).AddHours(4 * at) })] }),
    };

    public static readonly string[] HostileTitles =
    [
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "</td></tr></table></main><h1>Take this</h1>",
        "Vest\r\nBcc: everyone@run.example\r\n\r\n<b>body</b>",
        "\u202Egnp.exe\u202C \u2066\u2067 vest \u061C\u200F",
        new string('W', 10_000),
        string.Concat(Enumerable.Repeat("👩‍🚀🏃🏽‍♀️", 300)),
        "e" + string.Concat(Enumerable.Repeat("\u0301\u0327", 5_000)),
        "\uD800 half a pair &amp; &lt; \" ' \0 \e[31m \u2028 \u2029",
    ];

    public static IEnumerable<TheoryDataRow<string, string>> All() =>
        from name in Worlds.Keys from reader in new[] { "English", "German", "Imperial" } select new TheoryDataRow<string, string>(name, reader);

    public static WeeklyDigest Compose(string name, string reader = "English") =>
        (Worlds[name]() with { Sentences = DigestSentences.In(reader == "German" ? DigestLanguage.German : DigestLanguage.English, reader == "Imperial") }).Compose();

    private static DigestWorld Mailed(DigestWorld world) => world.WithLinks().FromStrava();

    private static Activity Suspected()
    {
        var run = DigestWorld.Run("2025-03-07", 8, 380, null, "Hill reps with pack");
        return run with { Load = new CarriedLoad { Source = LoadSource.Title, Pieces = [new CarriedPiece(EquipmentKind.Backpack, null)], IsSuspected = true, Questions = [TagQuestion.Weighted] } };
    }

    private static IEnumerable<Activity> Hostile() => HostileTitles.Select((title, at) =>
        DigestWorld.Run($"2025-03-0{3 + (at % 6)}", 8, 390, at < 3 ? 7 : null, title) with { Id = new ActivityId($"strava:h{at}"), StartLocal = new DateTime(2025, 3, 3, 7, 0, 0).AddHours(18 * at) }).Append(SuspectedHostile());

    private static Activity SuspectedHostile() => Suspected() with { Id = new ActivityId("strava:h9"), StartLocal = new DateTime(2025, 3, 9, 20, 0, 0), Title = string.Join(' ', HostileTitles[..4]) };

    private static DigestWorld FirstWeek(DigestWorld world) => world with { Situation = world.Situation with { IsFirst = true } };

    private static DigestWorld WithTrouble(DigestWorld world, ConnectionTrouble trouble) => world with { Situation = world.Situation with { Troubles = [trouble] } };

    private static DigestWorld Stale(DigestWorld world) => world with { Situation = world.Situation with { StaleSinceLocal = new DateTime(2025, 3, 8, 21, 40, 0) } };

    /// <summary>A plain run of the week before is now one with weight, the day after another.</summary>
    private static DigestWorld Corrected(DigestWorld world)
    {
        var (week, day) = (DigestWorld.Week.AddWeeks(-1), new DateTime(2025, 3, 2, 7, 0, 0));
        var after = world with { Runs = [.. world.Runs.Select(run => run.StartLocal == day ? DigestWorld.Run("2025-03-02", 8, 388, 7) : run)] };
        var change = WeekCorrection.Between(ReportOf(world, week), ReportOf(after, week))!;
        return after with { Situation = after.Situation with { Corrections = [new CorrectedWeek(change, [new RetaggedRun(DateOnly.FromDateTime(day), IsWeighted: true)])] } };
    }

    private static WeekReport ReportOf(DigestWorld world, Week week) => ComplianceAnalyzer.Analyze(world.Log, world.Profile, Thresholds.Default, week);
}
