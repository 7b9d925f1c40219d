using WeightedRun.Files.Tests;

namespace WeightedRun.Analysis.Tests.Loads;

/// <summary>The figures that the tagger must reach, on labelled runs.</summary>
public sealed class LabelledRunsTests(ITestOutputHelper output)
{
    [Fact]
    public void The_projects_own_runs_are_tagged_as_labelled() => Check(LabelledRun.Own);

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("it")]
    [InlineData("pt")]
    [InlineData("nl")]
    public void Every_language_has_forty_runs_and_is_tagged_as_labelled(string language)
    {
        var runs = LabelledRun.Own.Where(run => run.Lang == language).ToList();
        Assert.InRange(runs.Count, 40, int.MaxValue);
        Assert.All(runs, run => Assert.False(string.IsNullOrWhiteSpace(run.Why), run.Id));
        Check(runs);
    }

    [Fact]
    public void The_development_set_is_tagged_as_labelled()
    {
        var folder = SharedData.Folder(".") ?? SharedData.Skip("titles-dev.jsonl");
        Check([.. LabelledRun.Read(Path.Combine(folder, "titles-dev.jsonl"))]);
    }

    private void Check(IReadOnlyList<LabelledRun> runs)
    {
        var confusion = new Confusion(runs);
        output.WriteLine(confusion.ToString());
        Assert.InRange(confusion.Precision, 0.98, 1);
        Assert.InRange(confusion.Recall, 0.95, 1);
        Assert.InRange(confusion.Equipment, 0.96, 1);
        Assert.InRange(confusion.Load, 0.96, 1);
        Assert.InRange(confusion.Asked, 0.85, 1);
        Assert.Equal(0, confusion.FirmOnUnweightedAsks);
        Assert.InRange(confusion.FalseOnReal, 0, 1);
    }
}
