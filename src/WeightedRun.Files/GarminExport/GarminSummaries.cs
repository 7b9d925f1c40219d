using System.Buffers;
using System.Text.Json;

namespace WeightedRun.Files.GarminExport;

/// <summary>Streams <c>summarizedActivities.json</c>, an array of one object that holds the array of activities. It can exceed 100 MB.</summary>
internal static class GarminSummaries
{
    private const string Activities = "summarizedActivitiesExport";
    // The one value that is taken from any depth: some exports nest it.
    private const string PackMass = "beginPackWeight";

    private const int FirstBufferSize = 64 * 1024;

    // The longest token is a description; one that fills this buffer is no description.
    private const int MaxBufferSize = 16 * 1024 * 1024;

    /// <exception cref="JsonException">The text is no JSON, or breaks off.</exception>
    public static void Read(Stream stream, Action<GarminSummary> found)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBufferSize);
        try
        {
            var (length, ended) = (0, false);
            var state = new JsonReaderState();
            var cursor = new Cursor(found);
            while (!ended)
            {
                var read = stream.Read(buffer, length, buffer.Length - length);
                ended = read == 0;
                length += read;
                var reader = new Utf8JsonReader(buffer.AsSpan(0, length), ended, state);
                while (reader.Read())
                    cursor.Take(ref reader);

                state = reader.CurrentState;
                var consumed = (int)reader.BytesConsumed;
                buffer.AsSpan(consumed, length - consumed).CopyTo(buffer);
                length -= consumed;
                if (length == buffer.Length)
                    buffer = Larger(buffer);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Larger(byte[] buffer)
    {
        if (buffer.Length >= MaxBufferSize)
            throw new JsonException("a single value of more than 16 MB");

        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private sealed class Cursor(Action<GarminSummary> found)
    {
        private GarminSummary? _summary;
        private int _arrayDepth = -1;
        private string _field = "";
        private bool _isPackMass;

        public void Take(ref Utf8JsonReader reader)
        {
            if (_isPackMass && reader.TokenType != JsonTokenType.Number)
                _isPackMass = false;

            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName when _summary is not null && reader.ValueTextEquals(PackMass):
                    _isPackMass = true;
                    break;
                case JsonTokenType.Number when _isPackMass && reader.TryGetDouble(out var grams):
                    _summary!.Set(PackMass, grams);
                    _isPackMass = false;
                    break;
                case JsonTokenType.PropertyName when _summary is null || reader.CurrentDepth == _arrayDepth + 2:
                    _field = reader.GetString()!;
                    break;
                case JsonTokenType.StartArray when _field == Activities && _summary is null:
                    _arrayDepth = reader.CurrentDepth;
                    break;
                case JsonTokenType.StartObject when _summary is null && _arrayDepth >= 0 && reader.CurrentDepth == _arrayDepth + 1:
                    _summary = new GarminSummary();
                    break;
                case JsonTokenType.EndObject when _summary is not null && reader.CurrentDepth == _arrayDepth + 1:
                    found(_summary);
                    _summary = null;
                    break;
                case JsonTokenType.String when IsOwnField(reader.CurrentDepth):
                    _summary!.Set(_field, reader.GetString()!);
                    break;
                case JsonTokenType.Number when IsOwnField(reader.CurrentDepth) && reader.TryGetDouble(out var number):
                    _summary!.Set(_field, number);
                    break;
                case JsonTokenType.True when IsOwnField(reader.CurrentDepth):
                    _summary!.Set(_field, true);
                    break;
            }
        }

        // Splits and zones lie deeper and have fields of the same names.
        private bool IsOwnField(int depth) => _summary is not null && depth == _arrayDepth + 2;
    }
}
