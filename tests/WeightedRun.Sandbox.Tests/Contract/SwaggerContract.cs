using Newtonsoft.Json.Linq;
using NJsonSchema;
using WeightedRun.Files.Tests;

namespace WeightedRun.Sandbox.Tests.Contract;

/// <summary>Strava's published contract. The file names its models by web address and holds none of them, so the schema of an answer is drawn from the example it gives for it.</summary>
internal sealed class SwaggerContract
{
    // Where the example happens to be whole, real answers have fractions; only these are whole always.
    private static readonly string[] WholeEndings = ["id", "_state", "_count", "_time", "_type", "split", "lap_index", "start_index", "end_index", "original_size"];

    private readonly JObject _paths;

    private SwaggerContract(JObject paths) => _paths = paths;

    public static async Task<SwaggerContract> LoadAsync()
    {
        var folder = SharedData.Folder(".");
        var file = folder is null ? null : Path.Combine(folder, "strava-swagger.json");
        if (!File.Exists(file))
            SharedData.Skip("strava-swagger.json");

        return new SwaggerContract((JObject)JObject.Parse(await File.ReadAllTextAsync(file!, TestContext.Current.CancellationToken))["paths"]!);
    }

    public bool Knows(string path) => _paths[path]?["get"] is not null;

    public IReadOnlyList<string> QueryOf(string path) =>
        [.. (_paths[path]!["get"]!["parameters"] ?? new JArray()).Select(parameter => (string?)parameter["name"] ?? ((string)parameter["$ref"]!).Split('/')[^1].Replace("perPage", "per_page", StringComparison.Ordinal))];

    public JToken ExampleOf(string path) => _paths[path]!["get"]!["responses"]!["200"]!["examples"]!["application/json"]!;

    /// <summary>What in an answer contradicts the example's types, one line each.</summary>
    public string[] Contradictions(string path, string answer)
    {
        var schema = JsonSchema.FromSampleJson(ExampleOf(path).ToString());
        Loosen(schema, []);
        return [.. schema.Validate(answer).Select(error => error.ToString())];
    }

    /// <summary>An example shows one value: any member may be null or missing instead, and a number may have a fraction.</summary>
    private static void Loosen(JsonSchema schema, HashSet<JsonSchema> seen)
    {
        if (!seen.Add(schema))
            return;

        foreach (var (name, property) in schema.ActualProperties)
        {
            if (property.Type == JsonObjectType.Integer && !Array.Exists(WholeEndings, ending => name.EndsWith(ending, StringComparison.Ordinal)))
                property.Type = JsonObjectType.Number;

            property.Type = property.Type is JsonObjectType.Null or JsonObjectType.None ? JsonObjectType.None : property.Type | JsonObjectType.Null;
            Loosen(property.ActualSchema, seen);
            if (property.ActualSchema.Type == JsonObjectType.Object)
                property.ActualSchema.Type |= JsonObjectType.Null;
        }

        if (schema.Item is { } item)
        {
            if (item.Type == JsonObjectType.Integer)
                item.Type = JsonObjectType.Number;

            Loosen(item.ActualSchema, seen);
        }
    }
}
