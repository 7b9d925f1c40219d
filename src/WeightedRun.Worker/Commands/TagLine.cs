using System.Text.Json;
using WeightedRun.Analysis.Loads;

namespace WeightedRun.Worker.Commands;

/// <summary>One line of <c>tag</c>'s input: any field may be missing or null, unknown ones are passed over.</summary>
internal readonly record struct TagLine(string? Id, TaggerInput Input)
{
    /// <summary>What is wrong with the line; null when it could be read.</summary>
    public static (string Code, string Message)? Read(string json, out TagLine line)
    {
        line = default;
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return ("not-an-object", "Expected one JSON object, such as {\"title\":\"Vest 7 kg\"}.");

            var fields = document.RootElement;
            string[] texts = ["title", "description", "private_note", "gear", "sport_type"];
            if (Array.Find(texts, name => fields.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null)) is { } wrong)
                return ("wrong-type", $"\"{wrong}\" is {Named(fields.GetProperty(wrong).ValueKind)}; expected a text or null.");

            if (fields.TryGetProperty("commute", out var commute) && commute.ValueKind is not (JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null))
                return ("wrong-type", $"\"commute\" is {Named(commute.ValueKind)}; expected true, false or null.");

            line = new TagLine(IdOf(fields), InputOf(fields, commute.ValueKind == JsonValueKind.True));
            return null;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // A lone surrogate in an escape is valid JSON and no text.
            return ("not-json", $"Not a JSON object on one line: {problem.Message}");
        }
    }

    private static TaggerInput InputOf(JsonElement fields, bool isCommute)
    {
        var (sport, mayContainRuns) = StravaSport.Find(Text(fields, "sport_type"));
        return new TaggerInput
        {
            Sport = sport,
            MayContainRuns = mayContainRuns,
            Title = Text(fields, "title"),
            Description = Text(fields, "description"),
            PrivateNote = Text(fields, "private_note"),
            Gear = Text(fields, "gear"),
            IsCommute = isCommute,
        };
    }

    private static string? IdOf(JsonElement fields) => !fields.TryGetProperty("id", out var id) || id.ValueKind == JsonValueKind.Null ? null : id.ValueKind == JsonValueKind.String ? id.GetString() : id.GetRawText();

    private static string? Text(JsonElement fields, string name) => fields.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string Named(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Number => "a number",
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a text",
        _ => "true or false",
    };
}
