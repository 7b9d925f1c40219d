using System.Text;

namespace WeightedRun.Worker.Digest;

/// <summary>The digest as plain text: the terminal, <c>digest.txt</c>, the text part of the mail.</summary>
internal static class DigestText
{
    private const int Width = 80;

    /// <param name="digest">What to lay out.</param>
    /// <param name="paint">Gives a word of severity its colour; the identity where there is none.</param>
    public static string Render(WeeklyDigest digest, Func<DigestTone, string, string>? paint = null)
    {
        paint ??= (_, word) => word;
        var text = new StringBuilder();
        text.Append(paint(digest.Tone, EnglishSentences.Word(digest.Tone).ToUpperInvariant())).Append("  ·  ").AppendLine(digest.Period);
        Wrap(text, "", digest.Verdict);
        text.AppendLine();
        Columns(text, [["", "this week", "last week", "4-week mean"], .. digest.Table.Select(row => new[] { row.Label, row.ThisWeek, row.LastWeek, row.Mean })]);
        foreach (var item in digest.Findings)
            Append(text, item, paint);

        if (digest.MoreFindings > 0)
            text.AppendLine().AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"And {digest.MoreFindings} more in the full report.");

        if (digest.Runs.Count > 0)
        {
            text.AppendLine().AppendLine("Your runs");
            Columns(text, [.. digest.Runs.Select(run => new[] { run.Day, run.Distance, run.Time, run.Load, Title(run), run.Evidence.Length == 0 ? "" : $"({run.Evidence})" })]);
        }

        Section(text, "Next week", digest.NextWeek);
        Section(text, "We could not check", digest.NotChecked);
        Section(text, "Tip", digest.Tip is null ? [] : [digest.Tip]);
        Section(text, "We could not read", digest.NotRead);
        text.AppendLine().AppendLine(digest.AsOf).AppendLine("Rules from a runner's article and published studies, not medical advice.");
        return text.ToString();
    }

    /// <summary>Hostile text for a terminal or a mail: one line, no control characters, no characters that turn the direction of reading.</summary>
    public static string OneLine(string text, int maxLength)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= maxLength)
                return line.Append('…').ToString();

            if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029)
                line.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.Format || rune.Value == 0x200D)
                line.Append(rune.ToString());
        }

        return line.ToString().Trim();
    }

    private static string Title(DigestRun run) => run.Title is null ? "" : $"\"{OneLine(run.Title, 40)}\"";

    private static void Append(StringBuilder text, DigestItem item, Func<DigestTone, string, string> paint)
    {
        var word = EnglishSentences.Word(item.Tone).ToUpperInvariant();
        text.AppendLine();
        var body = new StringBuilder();
        Wrap(body, "       ", item.What);
        Wrap(body, "       ", item.Advice);
        Wrap(body, "       ", $"Why: {item.Why}");
        text.Append(paint(item.Tone, word)).Append(body.ToString()[word.Length..]);
    }

    private static void Section(StringBuilder text, string heading, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return;

        text.AppendLine().AppendLine(heading);
        foreach (var line in lines)
            Wrap(text, "", line);
    }

    private static void Columns(StringBuilder text, List<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => TextWidth.Of(row[column]))).ToArray();
        foreach (var row in rows)
        {
            var line = string.Concat(row.Select((cell, column) => cell + new string(' ', widths[column] + 2 - TextWidth.Of(cell))));
            text.AppendLine(line.TrimEnd());
        }
    }

    private static void Wrap(StringBuilder text, string indent, string sentence)
    {
        var line = new StringBuilder(indent);
        foreach (var word in sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > indent.Length && line.Length + 1 + word.Length > Width)
            {
                text.AppendLine(line.ToString());
                line.Clear().Append(indent);
            }

            line.Append(line.Length > indent.Length ? " " : "").Append(word);
        }

        if (line.Length > indent.Length)
            text.AppendLine(line.ToString());
    }
}
