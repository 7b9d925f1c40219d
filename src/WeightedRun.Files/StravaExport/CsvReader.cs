using System.Text;

namespace WeightedRun.Files.StravaExport;

/// <summary>RFC 4180 rows, one at a time: quotes, doubled quotes and line breaks inside fields, CRLF or LF, a byte order mark.</summary>
internal sealed class CsvReader(TextReader text)
{
    // A description may be long, but not longer than this: what is, has lost its closing quote.
    private const int MaxFieldLength = 1_000_000;

    private const int MaxFields = 1000;

    private readonly StringBuilder _field = new();
    private readonly List<string> _row = [];

    /// <summary>The line on which the last row began, from 1.</summary>
    public int Line { get; private set; }

    private int _nextLine = 1;

    /// <summary>The next row, or null at the end.</summary>
    /// <exception cref="InvalidDataException">A quoted field never ends.</exception>
    public string[]? Read()
    {
        _row.Clear();
        Line = _nextLine;
        var any = false;
        while (true)
        {
            var next = text.Read();
            if (next < 0)
                return any ? EndRow() : null;

            any = true;
            if (_field.Length >= MaxFieldLength || _row.Count >= MaxFields)
                throw new InvalidDataException($"the row that begins on line {Line} has no end");

            switch (next)
            {
                case '"' when _field.Length == 0:
                    ReadQuoted();
                    break;
                case ',':
                    EndField();
                    break;
                case '\n':
                    _nextLine++;
                    return EndRow();
                case '\r' when text.Peek() == '\n':
                    break;
                default:
                    _field.Append((char)next);
                    break;
            }
        }
    }

    private void ReadQuoted()
    {
        for (var next = text.Read(); next >= 0 && _field.Length < MaxFieldLength; next = text.Read())
        {
            if (next == '"')
            {
                if (text.Peek() != '"')
                    return;

                text.Read();
            }

            if (next == '\n')
                _nextLine++;

            _field.Append((char)next);
        }

        throw new InvalidDataException($"the quoted field that begins on line {Line} has no end");
    }

    private void EndField()
    {
        _row.Add(_field.ToString());
        _field.Clear();
    }

    private string[] EndRow()
    {
        EndField();
        return [.. _row];
    }
}
