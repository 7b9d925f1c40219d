namespace WeightedRun.Sandbox.Strava.Faults;

/// <summary>How the rate-limit headers look.</summary>
internal enum RateHeaderShape
{
    Usual,
    Missing,
    LowerCase,

    /// <summary><c>"601, 602"</c>.</summary>
    Spaced,

    /// <summary>The usage of reads is literally <c>","</c>, as recorded on calls that are no reads.</summary>
    Comma,
}

/// <summary>Lasting oddities of Strava's answers, all off by default.</summary>
internal sealed record Quirks
{
    public RateHeaderShape RateHeaders { get; init; }

    /// <summary>A new activity answers 404 for so long, as 0.6 % of real ones do after their event.</summary>
    public int NotFoundSecondsAfterUpload { get; init; }

    /// <summary>The streams of a new activity are empty for so long.</summary>
    public int NoStreamsSecondsAfterUpload { get; init; }

    /// <summary>Whole numbers come as <c>1800.0</c>.</summary>
    public bool WritesFloatsForIntegers { get; init; }

    /// <summary>Keys with a simple value (text, number, flag, null) that are left out of answers.</summary>
    public IReadOnlyList<string> MissingKeys { get; init; } = [];

    /// <summary>Every refresh changes the refresh token, also when the access token is kept.</summary>
    public bool RotatesAtEveryRefresh { get; init; }
}
