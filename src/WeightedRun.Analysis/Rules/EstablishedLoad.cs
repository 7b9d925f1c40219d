using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Rules;

/// <summary>
/// What a runner is used to: the second-highest known trunk load of some weighted runs, because one mistaken heavy run must not
/// legalise itself; the only one where there is but one.
/// </summary>
/// <param name="Runs">How many of the runs have a known trunk load; with none of them the mass means nothing.</param>
/// <param name="Mass">The load.</param>
internal readonly record struct EstablishedLoad(int Runs, Mass Mass)
{
    public static EstablishedLoad Among(History history, (int From, int To) counted)
    {
        var (runs, highest, second) = (0, default(Mass), default(Mass));
        for (var i = counted.From; i < counted.To; i++)
        {
            if (history.Counted[i].Session.TorsoLoad is not { } load)
                continue;

            runs++;
            if (runs == 1 || load > highest)
                (highest, second) = (load, highest);
            else if (load > second)
                second = load;
        }

        return new EstablishedLoad(runs, runs == 1 ? highest : second);
    }
}
