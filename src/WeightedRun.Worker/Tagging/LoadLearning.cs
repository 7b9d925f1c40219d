using Npgsql;
using WeightedRun.Analysis.Loads;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Tagging;

/// <summary>What an answer about one run says about others: its load becomes the equipment's usual one, and a second no silences a word.</summary>
internal static class LoadLearning
{
    /// <summary>In the transaction that stores the answer and holds the settings' lock.</summary>
    public static async Task TakeAsync(NpgsqlConnection session, RunnerId runner, StoredWords activity, RunnerAnswer answer, RunnerLoadSettings settings, DateTimeOffset now)
    {
        var input = activity.ToInput(settings);
        var learned = AnswerLearning.Learn(settings, input, LoadTagger.Decide(input), answer);
        // The name of gear comes from a provider until the runner enters it; only what was entered is kept for good.
        var gear = learned.GearLoads.Where(load => settings.GearLoads.ContainsKey(load.Key)).ToDictionary(load => load.Key, load => load.Value);
        await LoadSettings.SaveAsync(session, runner, settings, learned with { GearLoads = gear }, now);
    }
}
