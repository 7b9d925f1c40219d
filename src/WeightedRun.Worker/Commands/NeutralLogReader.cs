using System.Text.Json;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Worker.Commands;

/// <summary>Reads the neutral log of <c>analyze</c>. Keys that it does not know are left aside; a value that cannot be is an error with its place.</summary>
internal static class NeutralLogReader
{
    /// <exception cref="BadInputException">The text is no log.</exception>
    public static NeutralLog Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var log = JsonField.Root(document.RootElement);
            var profile = log["profile"].IsNull ? RunnerProfile.Unknown : Profile(log["profile"]);
            var activities = log["activities"].Items(Activity);
            if (activities.GroupBy(activity => activity.Id).FirstOrDefault(same => same.Any(activity => activity.StartLocal != same.First().StartLocal)) is { } several)
                throw new BadInputException($"activities: several that start at different times have the id \"{several.Key}\". Give each an id of its own: findings name activities by it.");

            return new NeutralLog(new TrainingLog(activities, log["synced_from"].Date(), log["synced_until"].Instant()), profile, log["week"].Text());
        }
        catch (JsonException broken)
        {
            throw new BadInputException($"line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}: this is no JSON. A log is one JSON object with \"profile\", \"synced_from\", \"synced_until\" and \"activities\".");
        }
    }

    private static RunnerProfile Profile(JsonField profile) => new()
    {
        BirthYear = profile["birth_year"].Integer(1900, 2100),
        BodyMass = profile["body_mass"].Items(entry => new BodyMassEntry(
            entry["on"].Date() ?? throw entry["on"].Wrong("a date like 2025-01-31"),
            Mass.FromKilograms(entry["kg"].Positive() ?? throw entry["kg"].Wrong("a number above 0")))),
        MaxHeartRateBpm = profile["hr_max"].Positive(),
        RestingHeartRateBpm = profile["hr_rest"].Positive(),
        ExperiencedSince = profile["experienced_since"].Date(),
        UsualLoad = profile["usual_load_kg"].Number() is { } usual ? Mass.FromKilograms(usual) : null,
        IronmanUntil = profile["ironman_until"].Date(),
        IronmanSetOn = profile["ironman_set_on"].Date(),
        WeekStartsOn = profile["week_starts_on"].Word("monday", "sunday") == "sunday" ? DayOfWeek.Sunday : DayOfWeek.Monday,
    };

    private static Activity Activity(JsonField activity) => new()
    {
        Id = new ActivityId(activity["id"].Text() ?? throw activity["id"].Wrong("a text that names the activity")),
        StartLocal = activity["start_local"].LocalTime() ?? throw activity["start_local"].Wrong("a local time like 2025-03-03T07:00:00"),
        UtcOffset = activity["utc_offset_s"].Seconds(),
        Sport = activity["sport"].Name<Sport>() ?? throw activity["sport"].Wrong("a sport such as run"),
        Surface = activity["surface"].Name<Surface>() ?? Surface.Unknown,
        Distance = activity["distance_m"].NonZero() is { } meters ? Distance.FromMeters(meters) : null,
        MovingTime = activity["moving_s"].Duration(),
        ElapsedTime = activity["elapsed_s"].Duration(),
        ElevationGain = activity["elevation_gain_m"].Number() is { } gain ? Distance.FromMeters(gain) : null,
        AverageHeartRateBpm = activity["avg_hr"].NonZero(),
        MaxHeartRateBpm = activity["max_hr"].NonZero(),
        AverageCadenceSpm = activity["avg_cadence_spm"].NonZero(),
        TemperatureCelsius = activity["temperature_c"].AnyNumber(),
        IsManual = activity["manual"].Truth(),
        WorkoutType = activity["workout_type"].Integer(0, int.MaxValue) is { } type and >= 1 and <= 3 ? (WorkoutType)type : WorkoutType.None,
        Title = activity["title"].Text(),
        Load = activity["load"].IsNull ? null : Load(activity["load"]),
    };

    private static CarriedLoad Load(JsonField load) => new()
    {
        // Who said it does not matter to the rules, so a word that is not known is no reason to refuse a log.
        Source = Enum.TryParse<LoadSource>(load["source"].Text()?.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var source) ? source : LoadSource.Runner,
        IsSuspected = load["suspected"].Truth(),
        Pieces = load["equipment"].Items(piece => new CarriedPiece(
            piece["kind"].Name<EquipmentKind>() ?? throw piece["kind"].Wrong("a kind of equipment such as vest"),
            piece["kg"].Number() is { } kilograms ? Mass.FromKilograms(kilograms) : null)),
    };
}
