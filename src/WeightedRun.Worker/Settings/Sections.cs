using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Providers.GarminPartner;
using WeightedRun.Worker.Providers.GarminPersonal;
using WeightedRun.Worker.Providers.Strava;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Settings;

/// <summary>All settings, looked at before anything is started: what is wrong is said in one go.</summary>
internal static class Sections
{
    private static readonly IReadOnlyList<Section> All =
    [
        Of<DatabaseOptions>(), Of<SecretsOptions>(), Of<JobsOptions>(), Of<StravaOptions>(), Of<GarminPersonalOptions>(), Of<GarminPartnerOptions>(),
        Of<Links.LinkOptions>(), Of<MailOptions>(), Of<WebOptions>(), Of<TelemetryOptions>(),
    ];

    /// <summary>Refuses wrong settings. A name that nobody knows is only said: the next version may know it, and the one before may have.</summary>
    public static void Check(IConfiguration configuration, Action<string> say)
    {
        foreach (var sentence in FindUnknown(configuration))
            say(sentence);

        if (FindWrong(configuration) is { Count: > 0 } wrong)
            throw new WrongSettingsException(wrong);
    }

    public static IReadOnlyList<WrongSetting> FindWrong(IConfiguration configuration) => [.. All.SelectMany(section => section.FindWrong(configuration))];

    public static IReadOnlyList<string> FindUnknown(IConfiguration configuration) =>
    [
        .. from section in All
           from set in configuration.GetSection(section.Name).GetChildren()
           where !section.Keys.Contains(set.Key, StringComparer.OrdinalIgnoreCase)
           select $"{section.Name}__{set.Key} is no setting of this version. Did you mean {section.Name}__{section.Keys.MinBy(key => Spelling.Distance(key, set.Key))}?",
    ];

    private static Section Of<T>()
        where T : ISettings, new() => new(T.Section, [.. SettingsReader.PropertiesOf<T>().Select(property => property.Name)], configuration => configuration.TryRead<T>().Wrong);

    private sealed record Section(string Name, IReadOnlyList<string> Keys, Func<IConfiguration, IReadOnlyList<WrongSetting>> FindWrong);
}
