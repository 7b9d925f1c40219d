using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Operations;

/// <summary>The settings themselves, before anything is done with them.</summary>
internal static class SettingsCheck
{
    private const string Name = "settings";

    public static IReadOnlyList<Diagnosis> Examine(IConfiguration configuration)
    {
        IReadOnlyList<Diagnosis> found =
        [
            .. Sections.FindWrong(configuration).Select(wrong => Diagnosis.Ill(Name, $"{wrong}", "weightedrun serve does not start with it; .env.example explains every setting.")),
            .. Sections.FindUnknown(configuration).Select(sentence => Diagnosis.Watch(Name, sentence, "Correct or remove it; .env.example names every setting.")),
        ];
        return found.Count > 0 ? found : [Diagnosis.Well(Name, "Each that is set can be read and is known.")];
    }

    public static Diagnosis WaitFor(string name) => Diagnosis.Watch(name, "Cannot be looked at with settings that are wrong.", "See settings.");
}
