using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeightedRun.Worker.Providers;

/// <summary>A number, or a text that is one; anything else is unknown, and the page is still read.</summary>
internal sealed class TolerantNumber : JsonConverter<double?>
{
    public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var number = reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetDouble(out var value) => value,
            JsonTokenType.String => TolerantJson.NumberOf(reader.GetString()),
            _ => null,
        };
        TolerantJson.PassOver(ref reader);
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
        var text = TolerantJson.TextOf(ref reader);
        TolerantJson.PassOver(ref reader);
        return text;
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => throw new NotSupportedException();
}

/// <summary>true, "true" and 1 are true.</summary>
internal sealed class TolerantFlag : JsonConverter<bool?>
{
    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var flag = reader.TokenType is JsonTokenType.True or JsonTokenType.False ? reader.GetBoolean() : TolerantJson.FlagOf(TolerantJson.TextOf(ref reader));
        TolerantJson.PassOver(ref reader);
        return flag;
    }

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options) => throw new NotSupportedException();
}

internal static class TolerantJson
{
    /// <summary>To the end of the value, which is there in whole: a long answer is read in pieces, and Skip demands the last one.</summary>
    public static void PassOver(ref Utf8JsonReader reader)
    {
        if (!reader.TrySkip())
            throw new JsonException("The value ends in the middle.");
    }

    /// <summary>The text of a scalar. Half an emoji, as a limit of length leaves it, is no text.</summary>
    public static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.Number when reader.TryGetInt64(out var whole) => whole.ToString(CultureInfo.InvariantCulture),
                JsonTokenType.Number when reader.TryGetDouble(out var number) => number.ToString("R", CultureInfo.InvariantCulture),
                JsonTokenType.True => "true",
                JsonTokenType.False => "false",
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static double? NumberOf(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    public static bool? FlagOf(string? text) => text switch { "1" => true, "0" => false, _ => bool.TryParse(text, out var flag) ? flag : null };
}
