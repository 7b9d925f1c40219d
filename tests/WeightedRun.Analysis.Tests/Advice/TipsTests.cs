using WeightedRun.Analysis.Advice;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Advice;

public sealed class TipsTests
{
    [Fact]
    public void A_week_without_weight_has_no_tip()
    {
        Assert.Null(Tip(A.Run("2025-03-04")));
        Assert.Null(Tip(A.Run("2025-03-04").WithVest(1)));
    }

    [Fact]
    public void The_first_backpack_is_answered_and_then_only_after_eight_weeks()
    {
        var first = A.Date("2025-01-07");
        for (var week = 0; week < 17; week++)
        {
            Activity[] runs = [.. Enumerable.Range(0, week + 1).Select(at => A.Run(Text(first.AddDays(7 * at))).With(EquipmentKind.Backpack, 5))];
            Assert.Equal(week % 8 == 0, Tips.For(A.Log(runs), A.Runner(), Week.Containing(first.AddDays(7 * week))) == Tips.BackpackOrVest);
        }
    }

    [Fact]
    public void Every_tip_comes_up_and_stretching_at_most_every_other_week()
    {
        var tips = Enumerable.Range(0, 60).Select(week =>
        {
            var date = A.Date("2025-03-04").AddDays(7 * week);
            return Tips.For(A.Log(A.Run(Text(date)).Lasting(45).WithVest(8)), A.Runner(), Week.Containing(date));
        }).ToList();
        Assert.Equal(Tips.Codes.Except([Tips.BackpackOrVest]).Order(), tips.Distinct().Order());
        Assert.DoesNotContain(tips.Zip(tips.Skip(1)), pair => pair is ("tip.stretch", "tip.stretch"));
    }

    [Theory]
    [InlineData(44, 19.9, 7.0, 0)]
    [InlineData(45, 19.9, 7.0, 1)]
    [InlineData(44, 20.0, 7.0, 1)]
    [InlineData(44, 19.9, 7.01, 1)]
    [InlineData(45, 20.0, 7.01, 2)]
    public void Thirst_and_recovery_are_tips_where_they_fit(int minutes, double celsius, double kilograms, int fitting)
    {
        var seen = Enumerable.Range(0, 40).Select(week =>
        {
            var date = A.Date("2025-03-04").AddDays(7 * week);
            return Tips.For(A.Log(A.Run(Text(date)).Lasting(minutes).WithVest(kilograms) with { TemperatureCelsius = celsius }), A.Runner(), Week.Containing(date));
        }).Distinct().Count(tip => tip is "tip.hydration" or "tip.recovery");
        Assert.Equal(fitting, seen);
    }

    private static string? Tip(Activity run) => Tips.For(A.Log(run), A.Runner(), A.Week);

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
