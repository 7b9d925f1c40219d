using System.Globalization;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker.Compliance;
using WeightedRun.Worker.Digest;
using WeightedRun.Worker.Digest.Sentences;

namespace WeightedRun.Worker.Web.Runs;

/// <summary>A run in the runner's words and units; "–" for what is not known.</summary>
internal sealed class RunWords(DigestUnits units)
{
    private const string Unknown = "–";
    private const int LongestTitle = 80;

    private readonly DigestSentences _sentences = DigestSentences.In(DigestLanguage.English, units.IsImperial);

    /// <summary>What a runner can say he carried, the usual first.</summary>
    public static IReadOnlyList<EquipmentKind> Kinds { get; } =
    [
        EquipmentKind.Vest, EquipmentKind.Backpack, EquipmentKind.PlateCarrier, EquipmentKind.WeightBelt, EquipmentKind.AnkleWeights, EquipmentKind.WristWeights,
        EquipmentKind.HandWeights, EquipmentKind.Sandbag, EquipmentKind.WeightPlate, EquipmentKind.ChildCarrier, EquipmentKind.Other,
    ];

    /// <summary>In English, as all pages are; the week's report speaks the runner's language.</summary>
    public static DigestSentences English { get; } = DigestSentences.In(DigestLanguage.English, isImperial: false);

    public static string Day(Activity run) => run.StartLocal.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    public static string Title(Activity run) => run.Title is { } title ? DigestText.OneLine(title, LongestTitle) : "Run";

    public static string Evidence(CarriedLoad? load) => load is null ? "" : English.Evidence(load.Source);

    public string Load(CarriedLoad? load) => _sentences.Load(load);

    public string Distance(Activity run) => run.Distance is { } distance ? units.Distance(distance) : Unknown;

    public string Time(Activity run) => run.MovingTime is { } time ? units.Duration(time) : Unknown;

    public string Pace(Activity run) => run is { Distance: { Meters: > 0 } distance, MovingTime: { Ticks: > 0 } time } ? units.Pace(Analysis.Units.Pace.Of(distance, time)) : Unknown;

    public RunRowView Row(LoggedRun run)
    {
        var activity = run.Activity;
        var isWeighted = activity.Load is { IsSuspected: false };
        return new RunRowView(run.Recordings[0].Value, Day(activity), Title(activity), Distance(activity), Time(activity), Pace(activity), Load(activity.Load), Evidence(activity.Load), isWeighted);
    }

    public static string Number(Mass? mass, DigestUnits units) =>
        mass is not { } known ? "" : (units.IsImperial ? known.Pounds : known.Kilograms).ToString("0.#", CultureInfo.InvariantCulture);
}
