namespace WeightedRun.Worker.Web.Frame;

/// <summary>Public, as all views are, because Razor components are: a heading, some paragraphs, and one link onwards.</summary>
public sealed record MessageView(string Heading, IReadOnlyList<string> Lines, PageLink? Link = null, int? RefreshSeconds = null)
{
    /// <summary>Our own, behind the text; nothing of it may come from anybody else.</summary>
    public string Markup { get; init; } = "";
}

/// <summary>A link to a page of ours; the address has no slash in front, so that a path base holds.</summary>
public sealed record PageLink(string Href, string Text);

/// <summary>What is wrong with a runner's data, on top of every page, with what mends it.</summary>
public sealed record ProblemView(string Text, PageLink Link);
