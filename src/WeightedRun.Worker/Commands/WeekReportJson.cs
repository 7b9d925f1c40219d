using System.Text.Encodings.Web;
using System.Text.Json;
using WeightedRun.Analysis;
using WeightedRun.Analysis.Rules;

namespace WeightedRun.Worker.Commands;

/// <summary>A week's report as JSON: the numbers compared, unrounded, with their unit in the key.</summary>
internal static class WeekReportJson
{
    public static void Write(Stream output, WeekReport report, bool isIndented)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = isIndented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("week", report.Week.Label);
        json.WriteString("starts_on", report.Week.StartsOn.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("ends_on", report.Week.EndsOn.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("colour", NameOf(report.Colour));
        json.WriteString("thresholds_version", report.ThresholdsVersion);
        json.WriteNumber("weighted_sessions", report.WeightedSessions);
        WriteNumber(json, "weighted_km", report.WeightedDistance?.Kilometers);
        WriteNumber(json, "load_km", report.LoadKgKm);
        json.WriteStartArray("evaluations");
        foreach (var evaluation in report.Evaluations)
            Write(json, evaluation);

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Evaluation evaluation)
    {
        json.WriteStartObject();
        json.WriteString("rule", evaluation.Rule);
        json.WriteString("subject", evaluation.Subject);
        json.WriteString("outcome", NameOf(evaluation.Outcome));
        json.WriteString("severity", evaluation.Severity is { } severity ? NameOf(severity) : null);
        WriteTexts(json, "reasons", evaluation.Reasons);
        WriteTexts(json, "activities", evaluation.Activities.Select(id => id.Value));
        WriteMeasures(json, "observed", evaluation.Observed);
        WriteMeasures(json, "limits", evaluation.Limits);
        json.WriteString("suppressed_by", evaluation.SuppressedBy);
        WriteNumber(json, "have", evaluation.Have);
        WriteNumber(json, "need", evaluation.Need);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);

        json.WriteEndArray();
    }

    private static void WriteMeasures(Utf8JsonWriter json, string name, IReadOnlyList<Measure> measures)
    {
        json.WriteStartObject(name);
        foreach (var measure in measures)
            json.WriteNumber(measure.Name, measure.Value);

        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static string NameOf(WeekColour colour) => colour switch
    {
        WeekColour.Green => "green",
        WeekColour.Amber => "amber",
        WeekColour.Red => "red",
        _ => "grey",
    };

    private static string NameOf(Severity severity) => severity switch
    {
        Severity.Positive => "positive",
        Severity.Info => "info",
        Severity.Caution => "caution",
        _ => "violation",
    };

    private static string NameOf(Outcome outcome) => outcome switch
    {
        Outcome.Pass => "pass",
        Outcome.Finding => "finding",
        Outcome.NotApplicable => "not_applicable",
        Outcome.InsufficientData => "insufficient_data",
        Outcome.Suppressed => "suppressed",
        _ => "error",
    };
}
