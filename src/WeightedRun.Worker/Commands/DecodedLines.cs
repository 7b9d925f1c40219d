using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using WeightedRun.Files;

namespace WeightedRun.Worker.Commands;

/// <summary>Writes what was read from files as JSON lines: SI units in the key, unknown is null.</summary>
internal sealed class DecodedLines(Stream output) : IDisposable
{
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _json = new(Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public void Write(ReadResult result)
    {
        _line.ResetWrittenCount();
        _json.Reset(_line);
        _json.WriteStartObject();
        _json.WriteString("file", result.File);
        if (result.Activity is { } activity)
            WriteActivity(activity);
        else
            WriteProblem(result.Problem!);

        _json.WriteEndObject();
        _json.Flush();
        output.Write(_line.WrittenSpan);
        output.Write("\n"u8);
    }

    public void Dispose() => _json.Dispose();

    private void WriteActivity(RecordedActivity activity)
    {
        _json.WriteString("source", JsonNames.Of(activity.Source));
        _json.WriteNumber("segment", activity.Segment);
        _json.WriteNumber("session", activity.Session);
        _json.WriteString("sport", JsonNames.Of(activity.Sport));
        _json.WriteString("sub_sport", activity.SubSport);
        WriteTime("start", activity.StartUtc, "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'");
        WriteTime("start_local", activity.StartLocal, "yyyy-MM-dd'T'HH:mm:ss.FFF");
        WriteNumber("elapsed_s", activity.ElapsedTime?.TotalSeconds, 3);
        WriteNumber("timer_s", activity.TimerTime?.TotalSeconds, 3);
        WriteNumber("moving_s", activity.MovingTime?.TotalSeconds, 3);
        WriteNumber("distance_m", activity.Distance?.Meters, 2);
        WriteNumber("elevation_gain_m", activity.ElevationGain?.Meters, 1);
        WriteNumber("avg_hr", activity.AverageHeartRateBpm, 1);
        WriteNumber("max_hr", activity.MaxHeartRateBpm, 1);
        WriteNumber("avg_speed_mps", activity.AverageSpeedMps, 3);
        WriteNumber("avg_cadence_spm", activity.AverageCadenceSpm, 1);
        WriteNumber("temperature_c", activity.TemperatureCelsius, 1);
        _json.WriteNumber("records", activity.Records);
        _json.WriteNumber("laps", activity.Laps);
        _json.WriteBoolean("manual", activity.IsManual);
        _json.WriteBoolean("commute", activity.IsCommute);
        _json.WriteString("title", activity.Title);
        _json.WriteString("description", activity.Description);
        _json.WriteString("private_note", activity.PrivateNote);
        _json.WriteString("gear", activity.Gear);
        _json.WriteString("device", activity.Device);
        WriteNumber("body_mass_kg", activity.BodyMass?.Kilograms, 3);
        WriteNumber("carried_mass_kg", activity.CarriedMass?.Kilograms, 3);
        WriteTexts("external_ids", activity.ExternalIds);
        WriteTexts("warnings", activity.Warnings);
        WriteUnknownFields(activity.UnknownFields);
    }

    private void WriteProblem(ReadProblem problem)
    {
        _json.WriteStartObject("error");
        _json.WriteString("code", problem.Code);
        _json.WriteString("message", problem.Message);
        if (problem.Offset is { } offset)
            _json.WriteNumber("offset", offset);
        else
            _json.WriteNull("offset");

        if (problem.Line is { } line)
            _json.WriteNumber("line", line);

        _json.WriteEndObject();
    }

    private void WriteNumber(string name, double? value, int digits)
    {
        if (value is { } number && double.IsFinite(number))
            _json.WriteNumber(name, Math.Round(number, digits));
        else
            _json.WriteNull(name);
    }

    private void WriteTime(string name, DateTime? time, string format) =>
        _json.WriteString(name, time?.ToString(format, System.Globalization.CultureInfo.InvariantCulture));

    private void WriteTexts(string name, IReadOnlyList<string> texts)
    {
        _json.WriteStartArray(name);
        foreach (var text in texts)
            _json.WriteStringValue(text);

        _json.WriteEndArray();
    }

    private void WriteUnknownFields(IReadOnlyList<UnknownField> fields)
    {
        _json.WriteStartArray("unknown_fields");
        foreach (var field in fields)
        {
            _json.WriteStartObject();
            _json.WriteNumber("number", field.Number);
            _json.WriteNumber("base_type", field.BaseType);
            _json.WriteString("raw", field.Raw);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }
}
