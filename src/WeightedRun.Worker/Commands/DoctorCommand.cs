using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Commands;

/// <summary><c>doctor</c>: what works and what does not, each with what mends it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of lines." };
        var command = new Command("doctor", "Check what the product needs and say what to mend.") { json };
        command.Do((parsed, cancellation) => RunAsync(parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(bool asJson, CancellationToken cancellation)
    {
        var diagnoses = await ExamineAsync(cancellation);
        if (asJson)
            Write(diagnoses);
        else
            Print(diagnoses);

        return diagnoses.Any(diagnosis => diagnosis.Condition == Condition.Ill) ? ExitCode.MachineLacks : ExitCode.Done;
    }

    private static async Task<IReadOnlyList<Diagnosis>> ExamineAsync(CancellationToken cancellation)
    {
        var settings = ProductDatabase.Settings();
        var found = SettingsCheck.Examine(settings);
        try
        {
            await using var database = await ProductDatabase.OpenAsync(settings, cancellation);
            return [.. found, .. await Doctor.ExamineAsync(new Patient(database.Source, database.IsLocal, settings, TimeProvider.System), cancellation)];
        }
        catch (WrongSettingsException)
        {
            return [.. found, SettingsCheck.WaitFor("database")];
        }
        catch (Storage.MachineLacksException lack)
        {
            return [.. found, Diagnosis.Ill("database", lack.Message, "Do as the message says; everything else waits for it.")];
        }
    }

    private static void Print(IReadOnlyList<Diagnosis> diagnoses)
    {
        foreach (var diagnosis in diagnoses)
        {
            Console.Out.WriteLine($"{WordOf(diagnosis.Condition),-6} {diagnosis.Name,-11} {diagnosis.Message}");
            if (diagnosis.Mend is { } mend)
                Console.Out.WriteLine($"{"",-18} {mend}");
        }
    }

    private static void Write(IReadOnlyList<Diagnosis> diagnoses)
    {
        using var json = new Utf8JsonWriter(Console.OpenStandardOutput(), new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteBoolean("ok", diagnoses.All(diagnosis => diagnosis.Condition != Condition.Ill));
        json.WriteStartArray("checks");
        foreach (var diagnosis in diagnoses)
        {
            json.WriteStartObject();
            json.WriteString("name", diagnosis.Name);
            json.WriteString("state", WordOf(diagnosis.Condition));
            json.WriteString("message", diagnosis.Message);
            json.WriteString("mend", diagnosis.Mend);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        Console.Out.WriteLine();
    }

    private static string WordOf(Condition condition) => condition switch
    {
        Condition.Well => "ok",
        Condition.Watch => "watch",
        _ => "failed",
    };
}
