namespace WeightedRun.Worker.Digest;

/// <summary>One week in words and figures (public only because Razor components are), ready to be laid out as text, page or mail: every layout says the same.</summary>
public sealed record WeeklyDigest
{
    public required string Subject { get; init; }

    public required string Preheader { get; init; }

    public required DigestTone Tone { get; init; }

    public required string Period { get; init; }

    public required string Verdict { get; init; }

    public required IReadOnlyList<DigestRow> Table { get; init; }

    public required IReadOnlyList<DigestItem> Findings { get; init; }

    public required int MoreFindings { get; init; }

    public required IReadOnlyList<DigestRun> Runs { get; init; }

    public required IReadOnlyList<string> NextWeek { get; init; }

    public required IReadOnlyList<string> NotChecked { get; init; }

    public string? Tip { get; init; }

    public required IReadOnlyList<string> NotRead { get; init; }

    public required string AsOf { get; init; }
}

/// <summary>The four words for severity, the same everywhere, and a fifth for a week that says nothing.</summary>
public enum DigestTone
{
    Quiet,
    Good,
    Note,
    Watch,
    Stop,
}

/// <summary>A row of the week's table: "–" where history is short.</summary>
public sealed record DigestRow(string Label, string ThisWeek, string LastWeek, string Mean);

/// <summary>A finding: what, why, what to do next.</summary>
public sealed record DigestItem(DigestTone Tone, string What, string Advice, string Why);

/// <summary>A run of the week. The title is hostile text.</summary>
public sealed record DigestRun(string Day, string Distance, string Time, string Load, string? Title, string Evidence);
