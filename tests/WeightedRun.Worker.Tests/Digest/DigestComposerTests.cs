using WeightedRun.Analysis;
using WeightedRun.Analysis.Forecasts;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Digest;

namespace WeightedRun.Worker.Tests.Digest;

public sealed class DigestComposerTests
{
    [Fact]
    public void Figures_without_the_rules_are_the_analyzers_own()
    {
        var world = new DigestWorld();
        foreach (var week in Enumerable.Range(0, 8).Select(back => DigestWorld.Week.AddWeeks(-back)))
        {
            var (report, figures) = (ComplianceAnalyzer.Analyze(world.Log, world.Profile, Thresholds.Default, week), WeekFigures.Of(week, world.Log, world.Profile)!);
            Assert.Equal((report.WeightedSessions, report.LoadKgKm, report.WeightedDistance?.Meters), (figures.WeightedRuns, figures.LoadKgKm, figures.WeightedMeters));
        }
    }

    [Theory]
    [InlineData("watch", DigestVariant.Week)]
    [InlineData("no-weighted-run", DigestVariant.NoWeightedRun)]
    [InlineData("quiet", DigestVariant.QuietWeek)]
    [InlineData("last-quiet", DigestVariant.LastQuietWeek)]
    [InlineData("connection-broken", DigestVariant.ConnectionBroken)]
    [InlineData("connection-expiring", DigestVariant.Week)]
    public void Each_week_takes_its_shape(string name, DigestVariant variant) => Assert.Equal(variant, DigestVariants.Compose(name).Variant);

    [Theory]
    [InlineData(1, DigestVariant.QuietWeek)]
    [InlineData(2, DigestVariant.QuietWeek)]
    [InlineData(3, DigestVariant.LastQuietWeek)]
    [InlineData(4, DigestVariant.Silent)]
    [InlineData(5, DigestVariant.Silent)]
    public void After_three_quiet_weeks_comes_one_notice_then_silence(int weeks, DigestVariant variant)
    {
        var last = DigestWorld.Week.AddWeeks(1 - weeks).StartsOn.ToDateTime(TimeOnly.MinValue);
        var world = new DigestWorld { Runs = [.. DigestWorld.Habit().Where(run => run.StartLocal < last)] };
        Assert.Equal(variant, world.Compose().Variant);
        Assert.Equal(DigestVariant.QuietWeek, (world with { Situation = world.Situation with { IsFirst = true } }).Compose().Variant);
    }

    [Fact]
    public void A_connection_that_broke_after_the_week_leaves_its_figures_and_says_so()
    {
        var world = new DigestWorld().WithLinks();
        var digest = (world with { Situation = world.Situation with { Troubles = [new ConnectionTrouble(ConnectionTroubleKind.Broken, "Strava", DigestWorld.Week.EndsOn.AddDays(1))] } }).Compose();
        Assert.Equal(DigestVariant.Week, digest.Variant);
        Assert.Equal("https://run.example/connect/Strava", Assert.Single(digest.Notices).Button!.Url);
    }

    [Fact]
    public void Findings_are_one_good_and_at_most_three_worst_first()
    {
        var digest = DigestVariants.Compose("stop");
        var graver = digest.Findings.Where(item => item.Tone != DigestTone.Good).Select(item => item.Tone).ToList();
        Assert.InRange(digest.Findings.Count(item => item.Tone == DigestTone.Good), 0, 1);
        Assert.Equal(3, graver.Count);
        Assert.Equal(graver.OrderDescending(), graver);
        Assert.NotNull(digest.MoreFindings);
        Assert.All(digest.Findings, item => Assert.NotNull(item.Source));
    }

    [Fact]
    public void What_next_week_allows_is_taken_from_whoever_has_worked_it_out_already()
    {
        var world = new DigestWorld();
        var known = Forecast.WeekAfter(DigestWorld.Week.EndsOn, world.Log, world.Profile, Thresholds.Default);
        Assert.Equal(Forecast.After(DigestWorld.Week.EndsOn, world.Log, world.Profile, Thresholds.Default).ThisWeek.HighestLoad, known.HighestLoad);
        Assert.Equal(world.Compose().NextWeek, (world with { Situation = world.Situation with { NextWeek = known } }).Compose().NextWeek);
        Assert.Contains("3.3 kg", (world with { Situation = world.Situation with { NextWeek = known with { HighestLoad = Mass.FromKilograms(3.3) } } }).Compose().NextWeek[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_links_nothing_leads_anywhere_and_nothing_is_asked()
    {
        var digest = DigestVariants.Compose("without-links");
        Assert.DoesNotContain("http", DigestText.Render(digest), StringComparison.Ordinal);
        Assert.Null(digest.Question);
        Assert.Null(digest.WhyThisCame);
    }

    [Fact]
    public void Strava_and_garmin_are_named_where_their_data_is_shown()
    {
        var digest = DigestVariants.Compose("watch");
        Assert.Equal(["Powered by Strava", "Insights derived in part from Garmin device-sourced data."], digest.Attributions);
        Assert.All(digest.Runs, run => Assert.Equal(("View on Strava", "recorded with Garmin Forerunner 255"), (run.View!.Text, run.Device)));
        Assert.Equal(["Powered by Strava"], new DigestWorld().FromStrava("Coros Pace 3").Compose().Attributions);
        Assert.Empty(new DigestWorld().Compose().Attributions);
    }

    [Fact]
    public void The_first_week_says_what_is_known_and_leaves_partly_known_weeks_out()
    {
        var digest = DigestVariants.Compose("first-week");
        Assert.Contains("12 days of your history", digest.Notices[0].Text, StringComparison.Ordinal);
        Assert.All(digest.Table, row => Assert.Equal(("–", "–"), (row.LastWeek, row.Mean)));
    }

    [Fact]
    public void An_open_tag_is_asked_about_once_with_its_answers() =>
        Assert.Equal(["Yes", "No", "Do not ask such questions again"], DigestVariants.Compose("question").Question!.Answers.Select(answer => answer.Text));

    [Fact]
    public void A_corrected_week_says_what_changed() =>
        Assert.StartsWith("Sunday 2 March now counts as weighted. Week 9 changes from Good to Watch, weighted runs: 3 instead of 2.", DigestVariants.Compose("corrected").Notices[0].Text, StringComparison.Ordinal);
}
