using System.Xml;
using WeightedRun.Files.Trees;

namespace WeightedRun.Files.Xml;

/// <summary>
/// Walks through XML without holding it: no DTD, nothing from elsewhere, and bounds on depth, names and single values, because the
/// reader below gathers each of these in memory. Numbers and times are read without making strings.
/// </summary>
internal sealed class XmlSource : IDisposable
{
    // The deepest activity file nests nine levels.
    private const int MaxDepth = 64;
    private const int MaxTextLength = 64 * 1024;

    private readonly ContentStream _content;
    private readonly XmlReader _xml;
    private readonly char[] _chars = new char[1024];

    // Programs of the last century declare windows-1252 and the like.
    static XmlSource() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    public XmlSource(ContentStream content)
    {
        _content = content;
        _content.BeginToken();
        _xml = XmlReader.Create(content, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            CheckCharacters = false,
            NameTable = new CappedNames(),
        });
    }

    public string Name => _xml.LocalName;

    public int Depth => _xml.Depth;

    public bool IsElement => _xml.NodeType == XmlNodeType.Element;

    public bool IsEnd => _xml.NodeType == XmlNodeType.EndElement;

    /// <summary>The name of the root element; null where the text is no XML at all.</summary>
    public string? Root()
    {
        try
        {
            return _xml.MoveToContent() == XmlNodeType.Element ? _xml.LocalName : null;
        }
        catch (XmlException broken) when (!broken.Message.Contains("DTD", StringComparison.Ordinal))
        {
            return null;
        }
    }

    public bool Read()
    {
        _content.BeginToken();
        return _xml.Read() && (_xml.Depth <= MaxDepth ? true : throw new UnsafeContentException("unsafe-xml", "its elements nest deeper than any recording's"));
    }

    /// <summary>Moves on within the element at <paramref name="depth"/>; false at its end.</summary>
    public bool ReadWithin(int depth) => !(_xml.Depth == depth && _xml.IsEmptyElement) && Read() && _xml.Depth > depth;

    public string? Attribute(string name) => _xml.GetAttribute(name);

    public double? NumberAttribute(string name)
    {
        if (!_xml.MoveToAttribute(name))
            return null;

        var number = XmlValues.NumberOf(_chars.AsSpan(0, _xml.ReadValueChunk(_chars, 0, _chars.Length)));
        _xml.MoveToElement();
        return number;
    }

    public double? Number() => XmlValues.NumberOf(_chars.AsSpan(0, ReadChars()));

    public DateTime? Time() => XmlValues.TimeOf(_chars.AsSpan(0, ReadChars()));

    /// <summary>The text of the current element, moving to its end; null when blank. What is longer than a description is cut.</summary>
    public string? Text()
    {
        var text = new System.Text.StringBuilder();
        for (var depth = _xml.Depth; ReadWithin(depth);)
        {
            while (_xml.HasValue && text.Length < MaxTextLength && _xml.ReadValueChunk(_chars, 0, _chars.Length) is var read and > 0)
                text.Append(_chars, 0, read);
        }

        return string.IsNullOrWhiteSpace(text.ToString()) ? null : text.ToString().Trim();
    }

    public void Dispose() => _xml.Dispose();

    private int ReadChars()
    {
        var length = 0;
        for (var depth = _xml.Depth; ReadWithin(depth);)
        {
            if (_xml.HasValue && length < _chars.Length)
                length += _xml.ReadValueChunk(_chars, length, _chars.Length - length);
        }

        return length;
    }

    /// <summary>Names are kept as long as the document is read, so there may not be any number of them.</summary>
    private sealed class CappedNames : NameTable
    {
        private const int MaxChars = 256 * 1024;

        private int _chars;

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? base.Add(key, start, Counted(len));

        public override string Add(string key) => Get(key) ?? base.Add(key[..Counted(key.Length)]);

        private int Counted(int length) =>
            (_chars += length + 16) <= MaxChars ? length : throw new UnsafeContentException("unsafe-xml", "it uses more different names than any recording has");
    }
}
