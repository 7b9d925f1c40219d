using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using WeightedRun.Analysis.Loads;

namespace WeightedRun.Worker.Commands;

/// <summary>Writes tags as JSON lines: masses in kilograms, unknown is null.</summary>
internal sealed class TaggedLines(Stream output) : IDisposable
{
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _json = new(Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public void Write(TagLine line)
    {
        var decision = LoadTagger.Decide(line.Input);
        Begin();
        _json.WriteString("id", line.Id);
        _json.WriteString("outcome", JsonNames.Of(decision.Outcome));
        _json.WriteStartArray("equipment");
        foreach (var piece in decision.Pieces)
            _json.WriteStringValue(EquipmentNames.Of(piece.Kind));

        _json.WriteEndArray();
        if (decision.TotalLoad is { } load)
            _json.WriteNumber("load_kg", Math.Round(load.Kilograms, 3));
        else
            _json.WriteNull("load_kg");

        _json.WriteString("load_text", decision.LoadText);
        _json.WriteStartArray("questions");
        foreach (var question in decision.Questions)
            _json.WriteStringValue(JsonNames.Of(question));

        _json.WriteEndArray();
        WriteEvidence(decision);
        _json.WriteString("lexicon_version", decision.LexiconVersion);
        End();
    }

    public void WriteProblem(int number, (string Code, string Message) problem)
    {
        Begin();
        _json.WriteNumber("line", number);
        _json.WriteStartObject("error");
        _json.WriteString("code", problem.Code);
        _json.WriteString("message", problem.Message);
        _json.WriteEndObject();
        End();
    }

    public void Dispose() => _json.Dispose();

    private void WriteEvidence(TagDecision decision)
    {
        _json.WriteStartArray("evidence");
        foreach (var evidence in decision.Evidence)
        {
            _json.WriteStartObject();
            _json.WriteString("field", JsonNames.Of(evidence.Field));
            _json.WriteNumber("start", evidence.Start);
            _json.WriteNumber("length", evidence.Length);
            _json.WriteString("text", evidence.Text);
            _json.WriteString("rule", evidence.Rule);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Begin()
    {
        _line.ResetWrittenCount();
        _json.Reset(_line);
        _json.WriteStartObject();
    }

    private void End()
    {
        _json.WriteEndObject();
        _json.Flush();
        output.Write(_line.WrittenSpan);
        output.Write("\n"u8);
    }
}
