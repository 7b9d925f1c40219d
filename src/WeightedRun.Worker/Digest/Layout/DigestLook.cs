namespace WeightedRun.Worker.Digest;

/// <summary>How an element says what it looks like: by its class and its own style in a mail, by its class alone on a page, which brings the stylesheet.</summary>
public sealed class DigestLook
{
    private readonly Dictionary<string, Dictionary<string, object>> _attributes;

    private DigestLook(bool isMail) => _attributes = DigestStyle.Looks.ToDictionary(look => look.Key, look => AttributesOf(look.Key, look.Value, isMail));

    public static DigestLook Mail { get; } = new(isMail: true);

    public static DigestLook Page { get; } = new(isMail: false);

    /// <summary>The attributes of one look.</summary>
    public IReadOnlyDictionary<string, object> this[string look] => _attributes[look];

    /// <summary>A figure that keeps its unit beside it; it may break after a comma.</summary>
    public static string Unbroken(string figure) => figure.Replace(' ', '\u00A0').Replace(",\u00A0", ", ", StringComparison.Ordinal);

    private static Dictionary<string, object> AttributesOf(string name, string look, bool isMail)
    {
        var attributes = new Dictionary<string, object> { ["class"] = $"wr-{name}" };
        if (isMail)
            attributes["style"] = DigestStyle.With(look, DigestStyle.Light);

        return attributes;
    }
}
