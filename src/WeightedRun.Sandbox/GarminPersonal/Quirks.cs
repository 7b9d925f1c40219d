namespace WeightedRun.Sandbox.GarminPersonal;

/// <summary>How the token's answer is spelled; nobody has published it.</summary>
internal enum TokenShape
{
    /// <summary><c>access_token</c>, <c>expires_in</c>.</summary>
    Snake,

    /// <summary><c>accessToken</c>, <c>expiresIn</c>.</summary>
    Camel,

    /// <summary><c>token</c> and nothing else.</summary>
    Bare,
}

/// <summary>Lasting oddities, all off by default.</summary>
internal sealed record Quirks
{
    public TokenShape TokenShape { get; init; }

    /// <summary>So many calls at once are refused with 429: a burst of twelve was seen to be.</summary>
    public int CallsAtOnce { get; init; } = 12;

    public int RetryAfterSeconds { get; init; } = 14;

    /// <summary>Each answer takes so long.</summary>
    public int AnswerMilliseconds { get; init; }

    /// <summary>Keys left out of activities.</summary>
    public IReadOnlyList<string> MissingKeys { get; init; } = [];

    /// <summary>Elapsed times in milliseconds, as older answers have them.</summary>
    public bool WritesElapsedMilliseconds { get; init; }

    /// <summary>The file is delivered without the ZIP around it.</summary>
    public bool SendsBareFit { get; init; }
}
