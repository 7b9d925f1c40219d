using System.Globalization;
using System.Text.Json;
using WeightedRun.Files.Fit;

namespace WeightedRun.Files.Tests.Fit;

/// <summary>Real recordings with the values an independent decoder read; they are not part of the project and may be absent.</summary>
public sealed class RealFitFileTests
{
    public static IEnumerable<TheoryDataRow<string>> Files()
    {
        var folder = SharedData.Folder("fit");
        return folder is null ? [new TheoryDataRow<string>("")] : Directory.GetFiles(folder, "*.fit").Order().Select(file => new TheoryDataRow<string>(Path.GetFileName(file)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_expected_value_is_reproduced(string name)
    {
        var folder = SharedData.Folder("fit") ?? SharedData.Skip("fit");
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        using var stream = File.OpenRead(Path.Combine(folder, name));

        var activities = FitReader.Read(stream, name).Select(result => result.Activity!).ToList();

        var segments = expected.RootElement.GetProperty(name);
        var sessions = segments.EnumerateArray().SelectMany(segment => segment.GetProperty("sessions").EnumerateArray().Select(session => (segment, session))).ToList();
        Assert.Equal(sessions.Count, activities.Count);
        foreach (var ((segment, session), activity) in sessions.Zip(activities))
            AssertSame(segment, session, activity);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Prefixes_and_mutants_give_an_answer(string name)
    {
        var folder = SharedData.Folder("fit") ?? SharedData.Skip("fit");
        var file = File.ReadAllBytes(Path.Combine(folder, name));
        var random = new Random(11);
        // All prefixes of a small file, some hundreds of a large one: decoding is linear, trying every prefix is not.
        var step = Math.Max(1, file.Length / 300);
        for (var length = 0; length < file.Length; length += step)
            Assert.NotEmpty(FitReader.Read(new MemoryStream(file, 0, length), name));

        for (var mutant = 0; mutant < 100; mutant++)
        {
            var bytes = (byte[])file.Clone();
            for (var flips = random.Next(1, 8); flips > 0; flips--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            Assert.NotEmpty(FitReader.Read(new MemoryStream(bytes), name));
        }
    }

    private static void AssertSame(JsonElement segment, JsonElement session, RecordedActivity activity)
    {
        Assert.Equal(segment.GetProperty("records").GetInt32(), activity.Records);
        Assert.Equal(segment.GetProperty("laps").GetInt32(), activity.Laps);
        Assert.Equal(Number(session, "elapsed_s"), activity.ElapsedTime?.TotalSeconds);
        Assert.Equal(Number(session, "timer_s"), activity.TimerTime?.TotalSeconds);
        Assert.Equal(Number(session, "dist_m"), activity.Distance?.Meters);
        Assert.Equal(Number(session, "hr"), activity.AverageHeartRateBpm);
        Assert.Equal(Number(session, "maxhr"), activity.MaxHeartRateBpm);
        Assert.Equal(Number(session, "ascent"), activity.ElevationGain?.Meters);
        Assert.Equal(Number(session, "cad"), activity.AverageCadenceSpm is { } cadence ? Math.Floor(cadence / 2) : null);
        Assert.Equal(Number(session, "sub"), activity.SubSport switch { "generic" => 0, "trail" => 3, null => null, _ => -1 });
        AssertSameStart(session.GetProperty("start").GetString()!, activity);
        Assert.Equal(segment.GetProperty("fcrc").GetString() == "BAD", activity.Warnings.Any(warning => warning.StartsWith("bad-crc", StringComparison.Ordinal)));
        Assert.Equal(segment.GetProperty("err").ValueKind == JsonValueKind.String, activity.Warnings.Any(warning => warning.StartsWith("truncated", StringComparison.Ordinal)));
    }

    private static void AssertSameStart(string expected, RecordedActivity activity)
    {
        var start = DateTime.Parse(expected, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        if (start.Year >= 1999)
            Assert.Equal(start, activity.StartUtc);
        else
            Assert.Contains(activity.Warnings, warning => warning.StartsWith("device-relative-date", StringComparison.Ordinal) && warning.Contains(expected, StringComparison.Ordinal));
    }

    private static double? Number(JsonElement session, string name) =>
        session.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;
}
