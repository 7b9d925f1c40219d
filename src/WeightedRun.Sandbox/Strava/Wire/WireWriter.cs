using System.Globalization;
using System.Text.Json;
using WeightedRun.Sandbox.Strava.Faults;

namespace WeightedRun.Sandbox.Strava.Wire;

/// <summary>A JSON writer that knows Strava's number shapes and the quirks of the day.</summary>
internal sealed class WireWriter(Utf8JsonWriter json, Quirks quirks)
{
    private readonly HashSet<string>? _missing = quirks.MissingKeys.Count > 0 ? [.. quirks.MissingKeys] : null;

    public void Begin() => json.WriteStartObject();

    public void Begin(string key) => json.WriteStartObject(key);

    public void End() => json.WriteEndObject();

    public void BeginList() => json.WriteStartArray();

    public void BeginList(string key) => json.WriteStartArray(key);

    public void EndList() => json.WriteEndArray();

    public void Null(string key)
    {
        if (IsWritten(key))
            json.WriteNull(key);
    }

    public void Text(string key, string? value)
    {
        if (IsWritten(key))
            json.WriteString(key, value);
    }

    public void Flag(string key, bool value)
    {
        if (IsWritten(key))
            json.WriteBoolean(key, value);
    }

    public void Id(string key, long value)
    {
        if (IsWritten(key))
            json.WriteNumber(key, value);
    }

    /// <summary>A whole number of a measure, which Strava sometimes writes with a decimal point.</summary>
    public void Whole(string key, int value)
    {
        if (!IsWritten(key))
            return;

        if (quirks.WritesFloatsForIntegers)
            Decimal(key, value);
        else
            json.WriteNumber(key, value);
    }

    public void Count(string key, int value)
    {
        if (IsWritten(key))
            json.WriteNumber(key, value);
    }

    /// <summary>A number as short as it is: 8000 and 8000.5.</summary>
    public void Number(string key, double value)
    {
        if (IsWritten(key))
            json.WriteNumber(key, Math.Round(value, 3));
    }

    /// <summary>A number that always has its decimal point: -14400.0.</summary>
    public void Decimal(string key, double value)
    {
        if (!IsWritten(key))
            return;

        Span<byte> digits = stackalloc byte[32];
        value.TryFormat(digits, out var length, "0.0##", CultureInfo.InvariantCulture);
        json.WritePropertyName(key);
        json.WriteRawValue(digits[..length], skipInputValidation: true);
    }

    /// <summary>Whole seconds and a Z, which is false for local times, as with Strava.</summary>
    public void Time(string key, DateTime value)
    {
        if (IsWritten(key))
            json.WriteString(key, new DateTime(value.Ticks - value.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc));
    }

    public void Element(double value) => json.WriteNumberValue(Math.Round(value, 6));

    public void Element(bool value) => json.WriteBooleanValue(value);

    private bool IsWritten(string key) => _missing?.Contains(key) != true;
}
