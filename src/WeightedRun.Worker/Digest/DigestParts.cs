namespace WeightedRun.Worker.Digest;

/// <summary>The four words for severity, the same everywhere, and a fifth for a week that says nothing.</summary>
public enum DigestTone
{
    Quiet,
    Good,
    Note,
    Watch,
    Stop,
}

/// <summary>A link with its words.</summary>
public sealed record DigestLink(string Text, string Url);

/// <summary>Something to know before the week, with what to do about it.</summary>
public sealed record DigestNotice(DigestTone Tone, string Text, DigestLink? Button = null);

/// <summary>A row of the week's table: "–" where history is short.</summary>
public sealed record DigestRow(string Label, string ThisWeek, string LastWeek, string Mean);

/// <summary>A finding: what, why, what to do next.</summary>
public sealed record DigestItem(DigestTone Tone, string What, string Advice, string Why)
{
    /// <summary>Where the rule and its source are explained.</summary>
    public DigestLink? Source { get; init; }

    /// <summary>Where a wrong tag is mended.</summary>
    public DigestLink? Fix { get; init; }
}

/// <summary>One week of the chart: its load times distance, in words and as a share of the longest bar in percent, and its weighted sessions as dots.</summary>
public sealed record DigestBar(string Week, string LoadDistance, int SharePercent, string Dots, string Sessions);

/// <summary>A run of the week. The title is hostile text.</summary>
public sealed record DigestRun(string Day, string Distance, string Time, string Load, string? Title, string Evidence)
{
    /// <summary>What recorded it, as its provider asks for.</summary>
    public string? Device { get; init; }

    /// <summary>The run at its provider.</summary>
    public DigestLink? View { get; init; }

    /// <summary>Where a wrong tag is mended.</summary>
    public DigestLink? Fix { get; init; }
}

/// <summary>The week's one question. The title in it is hostile text.</summary>
public sealed record DigestQuestion(string Text, IReadOnlyList<DigestLink> Answers);

/// <summary>The words around the figures.</summary>
public sealed record DigestHeadings
{
    public required IReadOnlyDictionary<DigestTone, string> Tones { get; init; }

    public required string ThisWeek { get; init; }

    public required string LastWeek { get; init; }

    public required string Mean { get; init; }

    public required string Figures { get; init; }

    public required string Chart { get; init; }

    public required string Week { get; init; }

    public required string LoadDistance { get; init; }

    public required string WeightedRuns { get; init; }

    public required string Runs { get; init; }

    public required string Day { get; init; }

    public required string Distance { get; init; }

    public required string Time { get; init; }

    public required string Weight { get; init; }

    public required string Why { get; init; }

    public required string NextWeek { get; init; }

    public required string NotChecked { get; init; }

    public required string Question { get; init; }

    public required string Tip { get; init; }

    public required string NotRead { get; init; }

    public required string Disclaimer { get; init; }

    /// <summary>The word for a tone.</summary>
    public string this[DigestTone tone] => Tones[tone];
}
