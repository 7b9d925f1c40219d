using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeightedRun.Worker.Providers.Strava;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(TolerantNumber), typeof(TolerantText), typeof(TolerantFlag)])]
[JsonSerializable(typeof(List<StravaActivity>))]
[JsonSerializable(typeof(StravaAthlete))]
[JsonSerializable(typeof(StravaTokenAnswer))]
[JsonSerializable(typeof(List<StravaPushSubscription>))]
[JsonSerializable(typeof(StravaEvent))]
[JsonSerializable(typeof(StravaFaultBody))]
internal sealed partial class StravaJson : JsonSerializerContext;

/// <summary>Numbers come as 3, 3.0, "3" or null where the documents say integer; what is none of these is unknown, and the page is still read.</summary>
internal sealed class TolerantNumber : JsonConverter<double?>
{
    public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        double? number = reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetDouble(out var value) => value,
            JsonTokenType.String when double.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
            _ => null,
        };
        // A whole value lies before a converter, but the reader cannot know: plain Skip refuses while more of the answer is to come.
        reader.TrySkip();
        return number is { } finite && double.IsFinite(finite) ? finite : null;
    }

    public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options) => throw new NotSupportedException();
}

/// <summary>Text, or a number where text was announced; anything else is unknown.</summary>
internal sealed class TolerantText : JsonConverter<string?>
{
    public override bool HandleNull => true;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.String => TextOf(ref reader),
            JsonTokenType.Number when reader.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
        reader.TrySkip();
        return text;
    }

    // Half an emoji, as cut by a title's length limit, is no text.
    private static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => throw new NotSupportedException();
}

/// <summary>true, "true" and 1 are true.</summary>
internal sealed class TolerantFlag : JsonConverter<bool?>
{
    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        bool? flag = reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String when bool.TryParse(reader.GetString(), out var value) => value,
            JsonTokenType.Number => reader.TryGetDouble(out var number) && number != 0,
            _ => null,
        };
        reader.TrySkip();
        return flag;
    }

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options) => throw new NotSupportedException();
}
