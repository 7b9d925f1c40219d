using System.Text;

namespace WeightedRun.Worker.Digest;

/// <summary>A page of plain text, 80 columns wide.</summary>
internal sealed class TextPage
{
    private const int Width = 80;

    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    public void Blank() => _text.AppendLine();

    public void Line(string line) => _text.AppendLine(line);

    /// <summary>A heading after a blank line.</summary>
    public void Heading(string heading)
    {
        Blank();
        Line(heading);
    }

    /// <summary>A heading and its sentences after a blank line; with an empty heading the sentences alone, with no sentence nothing.</summary>
    public void Section(string heading, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return;

        Blank();
        if (heading.Length > 0)
            Line(heading);

        foreach (var line in lines)
            Wrap("", line);
    }

    /// <summary>Cells side by side, each column as wide as its widest cell; <paramref name="after"/> may add lines below a row.</summary>
    public void Columns(IReadOnlyList<string[]> rows, Action<int>? after = null)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => TextWidth.Of(row[column]))).ToArray();
        for (var row = 0; row < rows.Count; row++)
        {
            Line(string.Concat(rows[row].Select((cell, column) => cell + new string(' ', widths[column] + 2 - TextWidth.Of(cell)))).TrimEnd());
            after?.Invoke(row);
        }
    }

    /// <summary>A sentence over as many lines as it takes; a mark may stand in the first line's indent.</summary>
    public void Wrap(string indent, string sentence, string mark = "", string? shownMark = null)
    {
        var line = new StringBuilder(mark.PadRight(indent.Length));
        var start = line.Length;
        foreach (var word in sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > start && line.Length + 1 + word.Length > Width)
            {
                End(line);
                line.Append(indent);
                start = indent.Length;
            }

            line.Append(line.Length > start ? " " : "").Append(word);
        }

        if (line.Length > start)
            End(line);

        void End(StringBuilder full)
        {
            var isFirst = mark.Length > 0;
            Line(isFirst ? shownMark + full.ToString(mark.Length, full.Length - mark.Length) : full.ToString());
            (mark, shownMark) = ("", null);
            full.Clear();
        }
    }
}
