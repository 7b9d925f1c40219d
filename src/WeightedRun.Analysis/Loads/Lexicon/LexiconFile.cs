using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeightedRun.Analysis.Loads.Lexicon;

/// <summary>One language's words as they stand in its file.</summary>
internal sealed record LexiconFile
{
    /// <summary>The version of the whole lexicon; only in any.json.</summary>
    public string? Version { get; set; }

    public IReadOnlyDictionary<string, string> Macros { get; set; } = new Dictionary<string, string>();

    /// <summary>Kind, then how sure (sure, soft, worn, pushed), then phrases.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, string[]>> Equipment { get; set; } = new Dictionary<string, Dictionary<string, string[]>>();

    /// <summary>Names of <see cref="Cue"/>, then phrases.</summary>
    public IReadOnlyDictionary<string, string[]> Cues { get; set; } = new Dictionary<string, string[]>();

    /// <summary>Per piece of one kind: per ankle, in each hand.</summary>
    public IReadOnlyDictionary<string, string[]> Each { get; set; } = new Dictionary<string, string[]>();

    /// <summary>Kilograms or grams, pounds, stone, pood, then their words.</summary>
    public IReadOnlyDictionary<string, string[]> Units { get; set; } = new Dictionary<string, string[]>();

    public IReadOnlyDictionary<string, double> Numbers { get; set; } = new Dictionary<string, double>();

    public static LexiconFile Read(Stream json) => JsonSerializer.Deserialize(json, LexiconJson.Default.LexiconFile)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(LexiconFile))]
internal sealed partial class LexiconJson : JsonSerializerContext;
