namespace WeightedRun.Worker.Digest;

/// <summary>
/// One week in words and figures of the runner's language and units (public only because Razor components are), ready to be laid out as
/// text, page or mail: every layout says the same, and none writes a sentence of its own.
/// </summary>
public sealed record WeeklyDigest
{
    /// <summary>Which of the digest's shapes this is; a silent one is never sent.</summary>
    public required DigestVariant Variant { get; init; }

    /// <summary>The language as HTML names it, such as <c>de</c>.</summary>
    public required string Language { get; init; }

    public required DigestHeadings Headings { get; init; }

    public required string Subject { get; init; }

    public required string Preheader { get; init; }

    public required DigestTone Tone { get; init; }

    public required string Period { get; init; }

    public required string Verdict { get; init; }

    /// <summary>What is to be known before the week: a broken connection, stale data, an earlier week that changed.</summary>
    public IReadOnlyList<DigestNotice> Notices { get; init; } = [];

    public IReadOnlyList<DigestRow> Table { get; init; } = [];

    public IReadOnlyList<DigestItem> Findings { get; init; } = [];

    public string? MoreFindings { get; init; }

    /// <summary>The last eight weeks, the oldest first; empty when none of them had weight.</summary>
    public IReadOnlyList<DigestBar> Chart { get; init; } = [];

    public IReadOnlyList<DigestRun> Runs { get; init; } = [];

    public string? MoreRuns { get; init; }

    public IReadOnlyList<string> NextWeek { get; init; } = [];

    public IReadOnlyList<string> NotChecked { get; init; } = [];

    public DigestQuestion? Question { get; init; }

    public string? Tip { get; init; }

    public IReadOnlyList<string> NotRead { get; init; } = [];

    /// <summary>What the providers ask for beside their data.</summary>
    public IReadOnlyList<string> Attributions { get; init; } = [];

    public required string AsOf { get; init; }

    /// <summary>Why this came; null where nothing is mailed.</summary>
    public string? WhyThisCame { get; init; }

    /// <summary>Settings, unsubscribing; empty where nothing is mailed.</summary>
    public IReadOnlyList<DigestLink> FooterLinks { get; init; } = [];
}

/// <summary>The shapes of a digest.</summary>
public enum DigestVariant
{
    /// <summary>A week with weighted runs.</summary>
    Week,

    /// <summary>Runs, none with weight.</summary>
    NoWeightedRun,

    /// <summary>No run at all.</summary>
    QuietWeek,

    /// <summary>The third quiet week in a row: says that silence follows.</summary>
    LastQuietWeek,

    /// <summary>Quiet for longer: nothing is sent until the next run.</summary>
    Silent,

    /// <summary>Nothing of the week can be relied on: one sentence, one button.</summary>
    ConnectionBroken,
}
