using System.Text.Json;
using System.Text.Json.Serialization;
using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Analysis.Tests.Loads;

/// <summary>One labelled activity: what was written, what is true of it, and why.</summary>
internal sealed record LabelledRun
{
    public required string Id { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? PrivateNote { get; init; }

    public string? Gear { get; init; }

    public string? SportType { get; init; }

    public required bool Weighted { get; init; }

    public string? Equipment { get; init; }

    public double? LoadKg { get; init; }

    public bool LoadAmbiguous { get; init; }

    /// <summary>tag, ignore or ask.</summary>
    public required string Treatment { get; init; }

    public required string Lang { get; init; }

    /// <summary>Met in a real export rather than made up.</summary>
    public bool Real { get; init; }

    public string? Why { get; init; }

    public TaggerInput Input => new()
    {
        Sport = SportType switch
        {
            null or "Run" => Sport.Run,
            "TrailRun" => Sport.TrailRun,
            "VirtualRun" => Sport.VirtualRun,
            "Walk" => Sport.Walk,
            "Hike" => Sport.Hike,
            _ => Sport.Other,
        },
        MayContainRuns = SportType is "Workout" or "Crossfit" or "HighIntensityIntervalTraining",
        Title = Title,
        Description = Description,
        PrivateNote = PrivateNote,
        Gear = Gear,
    };

    /// <summary>The labelled runs of this project, in seven languages.</summary>
    public static IReadOnlyList<LabelledRun> Own { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Loads", "Examples"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(Read)];

    public static IEnumerable<LabelledRun> Read(string file) => File.ReadLines(file).Select(line => JsonSerializer.Deserialize(line, LabelledRunJson.Default.LabelledRun)!);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LabelledRun))]
internal sealed partial class LabelledRunJson : JsonSerializerContext;
