using System.Text;

namespace WeightedRun.Worker.Digest;

/// <summary>The digest as plain text: the terminal, <c>digest.txt</c>, the text part of the mail.</summary>
internal static class DigestText
{
    /// <summary>As much of a title as is shown, in letters.</summary>
    public const int MaxTitle = 40;

    private const int BarWidth = 10;

    /// <param name="digest">What to lay out.</param>
    /// <param name="paint">Gives a word of severity its colour; the identity where there is none.</param>
    public static string Render(WeeklyDigest digest, Func<DigestTone, string, string>? paint = null)
    {
        paint ??= (_, word) => word;
        var words = digest.Headings;
        var page = new TextPage();
        page.Line($"{paint(digest.Tone, words[digest.Tone].ToUpperInvariant())}  ·  {digest.Period}");
        page.Wrap("", digest.Verdict);
        foreach (var notice in digest.Notices)
        {
            page.Blank();
            page.Wrap("", notice.Text);
            Link(page, "", notice.Button);
        }

        if (digest.Table.Count > 0)
        {
            page.Blank();
            page.Columns([["", words.ThisWeek, words.LastWeek, words.Mean], .. digest.Table.Select(row => new[] { row.Label, row.ThisWeek, row.LastWeek, row.Mean })]);
        }

        foreach (var item in digest.Findings)
            Finding(page, item, words, paint);

        if (digest.MoreFindings is not null)
            page.Section("", [digest.MoreFindings]);

        page.Section(words.NextWeek, digest.NextWeek);
        if (digest.Chart.Count > 0)
        {
            page.Heading(words.Chart);
            page.Columns([[words.Week, words.LoadDistance, "", words.WeightedRuns], .. digest.Chart.Select(bar => new[] { bar.Week, Bar(bar), bar.LoadDistance, $"{bar.Dots} {bar.Sessions}".Trim() })]);
        }

        Runs(page, digest);
        if (digest.Question is { } question)
        {
            page.Section(words.Question, [question.Text]);
            foreach (var answer in question.Answers)
                Link(page, "", answer);
        }

        page.Section(words.NotChecked, digest.NotChecked);
        page.Section(words.Tip, digest.Tip is null ? [] : [digest.Tip]);
        page.Section(words.NotRead, digest.NotRead);
        page.Section("", digest.Attributions);
        page.Section("", [$"{digest.AsOf} {digest.WhyThisCame}"]);
        foreach (var link in digest.FooterLinks)
            Link(page, "", link);

        page.Wrap("", words.Disclaimer);
        return page.ToString();
    }

    /// <summary>Hostile text for a terminal or a mail: one line, no control characters, no characters that turn the direction of reading.</summary>
    public static string OneLine(string text, int maxLength)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= maxLength)
                return line.Append('…').ToString().Trim();

            if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029)
                line.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.Format || rune.Value == 0x200D)
                line.Append(rune.ToString());
        }

        return line.ToString().Trim();
    }

    /// <summary>As wide as the widest word of severity and a gap.</summary>
    private static string IndentOf(DigestHeadings words) => new(' ', words.Tones.Values.Max(word => word.Length) + 2);

    private static void Finding(TextPage page, DigestItem item, DigestHeadings words, Func<DigestTone, string, string> paint)
    {
        var (word, indent) = (words[item.Tone].ToUpperInvariant(), IndentOf(words));
        page.Blank();
        page.Wrap(indent, item.What, word, paint(item.Tone, word));
        page.Wrap(indent, item.Advice);
        page.Wrap(indent, $"{words.Why}: {item.Why}");
        Link(page, indent, item.Source);
        Link(page, indent, item.Fix);
    }

    private static void Runs(TextPage page, WeeklyDigest digest)
    {
        if (digest.Runs.Count == 0)
            return;

        page.Heading(digest.Headings.Runs);
        var indent = IndentOf(digest.Headings);
        string[][] rows = [.. digest.Runs.Select(run => new[] { run.Day, run.Distance, run.Time, run.Load, Title(run), run.Evidence.Length == 0 ? "" : $"({run.Evidence})" })];
        page.Columns(rows, row =>
        {
            var run = digest.Runs[row];
            page.Wrap(indent, run.Device ?? "");
            Link(page, indent, run.View);
            Link(page, indent, run.Fix);
        });
        page.Wrap("", digest.MoreRuns ?? "");
    }

    private static string Title(DigestRun run) => run.Title is null ? "" : $"\"{OneLine(run.Title, MaxTitle)}\"";

    private static string Bar(DigestBar bar) => new('█', (int)Math.Ceiling(bar.SharePercent / 100.0 * BarWidth));

    private static void Link(TextPage page, string indent, DigestLink? link)
    {
        if (link is not null)
            page.Line($"{indent}{link.Text}: {link.Url}");
    }
}
