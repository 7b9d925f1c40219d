using System.Globalization;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Digest.Sentences;

namespace WeightedRun.Worker.Digest;

/// <summary>The last eight weeks: a bar for load times distance, a dot for each weighted session, a line at the limit. The figures stand beside both.</summary>
internal static class DigestChart
{
    public const int Weeks = 8;

    /// <summary>Empty when no week of them had weight: there is nothing to draw.</summary>
    public static IReadOnlyList<DigestBar> Of(IReadOnlyList<WeekFigures?> weeks, Week newest, int limit, DigestSentences sentences)
    {
        if (!weeks.Any(week => week is { WeightedRuns: > 0 }))
            return [];

        var longest = weeks.Max(week => week?.LoadKgKm) is { } most and > 0 ? most : 1;
        return [.. weeks.Select((week, back) => Bar(week, newest.AddWeeks(-back), longest, limit, sentences)).Reverse()];
    }

    private static DigestBar Bar(WeekFigures? week, Week of, double longest, int limit, DigestSentences sentences)
    {
        var label = int.Parse(of.Label.AsSpan(6), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        return week is null
            ? new DigestBar(label, "–", 0, "", "–")
            : new DigestBar(
                label,
                week.LoadKgKm is { } load ? sentences.Units.LoadDistance(load) : "–",
                (int)Math.Round(100 * (week.LoadKgKm ?? 0) / longest),
                Dots(week.WeightedRuns, limit),
                sentences.SessionsOf(sentences.Units.Count(week.WeightedRuns), limit));
    }

    /// <summary>Full dots for sessions, empty ones up to the limit, and a line where it is passed. What no week has room for is left to the figure.</summary>
    private static string Dots(int sessions, int limit)
    {
        const int MostOver = 4;
        var within = new string('●', Math.Min(sessions, limit)) + new string('○', Math.Max(0, limit - sessions));
        return sessions <= limit ? within : $"{within}|{new string('●', Math.Min(sessions - limit, MostOver))}";
    }
}
