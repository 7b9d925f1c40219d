using System.Globalization;
using WeightedRun.Analysis.Identity;

namespace WeightedRun.Analysis.Tests.Identity;

public sealed class LabelledPairsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void One_run_is_one_and_two_are_two_for_pairs_whose_truth_is_known(int seed)
    {
        var log = new LabelledLog(seed);
        for (var round = 0; round < 200; round++)
        {
            foreach (var add in OneRunCases.All.Concat(TwoRunCases.All))
                add(log);
        }

        var groupOf = RunIdentity.Group(log.Recordings)
            .SelectMany((group, i) => group.Members.Select(member => (member.Id, Group: i))).ToDictionary(member => member.Id, member => member.Group);
        var judged = log.Pairs.ConvertAll(pair => (pair.Kind, Truth: pair.IsOneRun, Found: groupOf[pair.One] == groupOf[pair.Other]));
        var (hits, misses) = (judged.Count(pair => pair is { Truth: true, Found: true }), judged.Count(pair => pair is { Truth: true, Found: false }));
        var falseAlarms = judged.Count(pair => pair is { Truth: false, Found: true });
        var (precision, recall) = ((double)hits / (hits + falseAlarms), (double)hits / (hits + misses));

        var table = judged.GroupBy(pair => pair.Kind).Select(kind => Line(kind.Key, kind.Count(pair => pair.Found), kind.Count(pair => !pair.Found), kind.First().Truth));
        var summary = string.Create(CultureInfo.InvariantCulture,
            $"{judged.Count} pairs: one run found as one {hits}, as two {misses}; two runs found as one {falseAlarms}, as two {judged.Count(pair => pair is { Truth: false, Found: false })}; precision {precision:F4}, recall {recall:F4}");
        Console.WriteLine(string.Join('\n', table.Append(summary)));

        Assert.True(judged.Count(pair => pair.Truth) >= 500 && judged.Count(pair => !pair.Truth) >= 500);
        Assert.True(precision >= 0.999 && recall >= 0.99, summary);
    }

    private static string Line(string kind, int asOne, int asTwo, bool isOneRun) => $"{(isOneRun ? "one run " : "two runs")}  {kind,-40} as one {asOne,5}  as two {asTwo,5}";
}
