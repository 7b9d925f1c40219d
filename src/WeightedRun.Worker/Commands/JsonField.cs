using System.Globalization;
using System.Text.Json;

namespace WeightedRun.Worker.Commands;

/// <summary>A value in a JSON document and the way to it, so that a wrong one can be named. Missing is the same as null.</summary>
internal readonly struct JsonField
{
    private readonly JsonElement? _value;
    private readonly string _path;

    private JsonField(JsonElement? value, string path)
    {
        _value = value is { ValueKind: JsonValueKind.Null } ? null : value;
        _path = path;
    }

    public bool IsNull => _value is null;

    public JsonField this[string key]
    {
        get
        {
            if (_value is { ValueKind: not JsonValueKind.Object })
                throw Wrong("an object in braces");

            var path = _path.Length == 0 ? key : $"{_path}.{key}";
            return new JsonField(_value is { } parent && parent.TryGetProperty(key, out var value) ? value : null, path);
        }
    }

    public static JsonField Root(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? new JsonField(value, "") : throw new BadInputException("A log is one JSON object in braces.");

    public BadInputException Wrong(string expected)
    {
        var found = _value is { } value ? value.GetRawText() : "nothing";
        return new BadInputException($"{_path}: expected {expected}, found {(found.Length > 60 ? found[..60] + "…" : found)}. Correct it and try again.");
    }

    public T[] Items<T>(Func<JsonField, T> read)
    {
        if (_value is not { } list)
            return [];

        if (list.ValueKind != JsonValueKind.Array)
            throw Wrong("a list in brackets");

        var (items, at) = (new T[list.GetArrayLength()], 0);
        foreach (var item in list.EnumerateArray())
        {
            items[at] = read(new JsonField(item, $"{_path}[{at}]"));
            at++;
        }

        return items;
    }

    public string? Text() => _value is not { } value ? null : value.ValueKind == JsonValueKind.String ? value.GetString() : throw Wrong("a text in quotes");

    public bool Truth() => _value is { } value && (value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong("true, false or null"));

    public double? AnyNumber() => _value is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw Wrong("a number");

    public double? Number() => AnyNumber() is { } number ? number >= 0 ? number : throw Wrong("a number that is not negative") : null;

    public double? Positive() => Number() is { } number ? number > 0 ? number : throw Wrong("a number above 0") : null;

    /// <summary>A source's zero distance, time, heart rate or cadence means that it does not know.</summary>
    public double? NonZero() => Number() is { } number and > 0 ? number : null;

    /// <summary>How long something took, to the nearest tick; less than that, like zero, means that nobody knows. A year of running is a typing error.</summary>
    public TimeSpan? Duration() => NonZero() is not { } seconds || Math.Round(seconds * TimeSpan.TicksPerSecond) < 1 ? null
        : seconds <= 365 * 86_400.0 ? TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond)) : throw Wrong("seconds of at most a year");

    public TimeSpan? Seconds() => AnyNumber() is { } seconds ? Math.Abs(seconds) <= 86_400 ? TimeSpan.FromSeconds(seconds) : throw Wrong("seconds of at most a day") : null;

    public int? Integer(int from, int until) => AnyNumber() is not { } number ? null
        : number == Math.Floor(number) && number >= from && number <= until ? (int)number : throw Wrong($"a whole number between {from} and {until}");

    public string? Word(params string[] words) => Text() is not { } text ? null : words.Contains(text) ? text : throw Wrong(string.Join(" or ", words));

    /// <summary>A value of an enumeration in snake case.</summary>
    public T? Name<T>()
        where T : struct, Enum
    {
        if (Text() is not { } text)
            return null;

        foreach (var value in Enum.GetValues<T>())
        {
            if (NameOf(value) == text)
                return value;
        }

        throw Wrong($"one of {string.Join(", ", Enum.GetValues<T>().Select(NameOf))}");
    }

    public DateOnly? Date() => Text() is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1900 and < 9000
            ? date : throw Wrong("a date like 2025-01-31");

    public DateTime? LocalTime() => Text() is not { } text ? null
        : DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.Year is > 1900 and < 9000
            ? time : throw Wrong("a local time without a zone, like 2025-03-03T07:00:00");

    public DateTime? Instant() => Text() is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && instant.Year is > 1900 and < 9000
            ? instant.UtcDateTime : throw Wrong("a time like 2025-03-17T12:00:00Z");

    private static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
