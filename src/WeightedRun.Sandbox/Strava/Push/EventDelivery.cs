namespace WeightedRun.Sandbox.Strava.Push;

/// <summary>How events travel. The defaults are Strava's; tests shorten, double and shuffle.</summary>
internal sealed record EventDelivery
{
    public int Attempts { get; init; } = 3;

    /// <summary>Observed with Strava: 60 to 75 s.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The share of events sent twice, 0 to 1.</summary>
    public double DuplicateShare { get; init; }

    /// <summary>Each event leaves after a random wait of up to this long, so that later ones overtake it.</summary>
    public TimeSpan Disorder { get; init; }

    /// <summary>Events are held until this is false again.</summary>
    public bool IsPaused { get; init; }

    /// <summary>The share of events lost on the way, 0 to 1: nobody is promised an event.</summary>
    public double LostShare { get; init; }

    /// <summary><c>"private":"true"</c> as documented, or a JSON boolean.</summary>
    public bool WritesBooleansAsTexts { get; init; } = true;

    /// <summary>With a key, events carry <c>X-Strava-Signature</c>.</summary>
    public string? SigningKey { get; init; }

    public int AtOnce { get; init; } = 32;
}
