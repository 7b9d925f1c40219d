using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>
/// Reads a notification of any size as it arrives: lists of items by kind, many users in one body. Garmin promises bodies of 10 MB and more,
/// so no more than one buffer and one item are held. The bare list behind a ping is read as one of activities.
/// </summary>
internal static class NoticeReader
{
    // One name, title or number; nothing that Garmin sends comes near.
    private const int LongestValueBytes = 256 * 1024;
    private const int DeepestLevel = 32;

    /// <exception cref="InvalidDataException">The body is no JSON, or not of that shape. What came before the damage was given.</exception>
    public static async IAsyncEnumerable<GarminNotice> ReadAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var pipe = PipeReader.Create(body, new StreamPipeReaderOptions(leaveOpen: true));
        var builder = new NoticeBuilder();
        var state = new JsonReaderState(new JsonReaderOptions { MaxDepth = DeepestLevel });
        try
        {
            while (true)
            {
                var read = await pipe.ReadAsync(cancellation);
                var (consumed, problem) = Take(read, ref state, builder);
                foreach (var notice in builder.TakeReady())
                    yield return notice;

                if (problem is not null)
                    throw new InvalidDataException(problem);

                if (read.IsCompleted)
                    yield break;

                if (read.Buffer.Slice(consumed).Length > LongestValueBytes)
                    throw new InvalidDataException($"a single value is longer than {LongestValueBytes >> 10} KB");

                pipe.AdvanceTo(consumed, read.Buffer.End);
            }
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    private static (SequencePosition Consumed, string? Problem) Take(ReadResult read, ref JsonReaderState state, NoticeBuilder builder)
    {
        var reader = new Utf8JsonReader(read.Buffer, read.IsCompleted, state);
        try
        {
            while (reader.Read())
                builder.Accept(ref reader);

            state = reader.CurrentState;
            return (reader.Position, null);
        }
        // A name that is no UTF-8 is found out only when it is read.
        catch (Exception damage) when (damage is JsonException or InvalidDataException or InvalidOperationException)
        {
            return (reader.Position, damage is InvalidDataException ? damage.Message : "the body is not JSON, or ends in the middle");
        }
    }
}
