using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using WeightedRun.Analysis;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;

namespace WeightedRun.Worker.Commands;

/// <summary>One run of <c>analyze</c>: logs in, reports out.</summary>
internal sealed class AnalyzeRun(string? weekLabel, Thresholds thresholds)
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    public static async Task<byte[]> ReadAsync(string option, string file, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, cancellation);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{option}: {file} cannot be read ({problem.Message.TrimEnd('.')}). Check the path.");
        }
    }

    public async Task<int> FileAsync(string file, CancellationToken cancellation)
    {
        var json = await ReadAsync("--log", file, cancellation);
        using var output = Console.OpenStandardOutput();
        try
        {
            Write(output, json);
        }
        catch (BadInputException bad)
        {
            throw new BadInputException($"{file}: {bad.Message}");
        }

        return ExitCode.Done;
    }

    /// <summary>A bad line is answered by an error line, and the others are still judged.</summary>
    public async Task<int> LinesAsync(Stream input, CancellationToken cancellation)
    {
        await using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        using var lines = new StreamReader(input, Encoding.UTF8);
        var (number, any) = (0, false);
        while (await lines.ReadLineAsync(cancellation) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;

            try
            {
                Write(output, Encoding.UTF8.GetBytes(line));
                any = true;
            }
            catch (BadInputException bad)
            {
                WriteError(output, number, bad.Message);
            }

            // Who writes a line and waits for its report must not wait for a full buffer.
            await output.FlushAsync(cancellation);
        }

        return any || number == 0 ? ExitCode.Done : ExitCode.BadInput;
    }

    private void Write(Stream output, byte[] json)
    {
        var neutral = NeutralLogReader.Read(json);
        var report = ComplianceAnalyzer.Analyze(neutral.Log, neutral.Profile, thresholds, WeekOf(neutral));
        WeekReportJson.Write(output, report, isIndented: false);
        output.Write(NewLine);
    }

    private Week WeekOf(NeutralLog neutral)
    {
        var startsOn = neutral.Profile.WeekStartsOn;
        if ((neutral.Week ?? weekLabel) is { } label)
        {
            return Week.TryParse(label, startsOn, out var week)
                ? week
                : throw new BadInputException($"week: \"{label}\" is no ISO week. Write it like 2025-W10.");
        }

        return neutral.Log.LastCompleteWeek(startsOn)
            ?? throw new BadInputException("The log has neither a run nor synced_until, so no week is the last. Name one with --week, such as 2025-W10.");
    }

    private static void WriteError(Stream output, int line, string message)
    {
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("line", line);
            json.WriteStartObject("error");
            json.WriteString("code", "bad-log");
            json.WriteString("message", message);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.Write(NewLine);
    }
}
