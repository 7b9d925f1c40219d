namespace WeightedRun.Sandbox.Garmin.Faults;

/// <summary>What goes wrong.</summary>
internal enum FaultKind
{
    /// <summary>429 with Retry-After.</summary>
    RateLimited,

    /// <summary>401 <c>invalid_token</c>, "Token is not active".</summary>
    InactiveToken,

    /// <summary>500 <c>{"errorMessage":"..."}</c>.</summary>
    Error,

    /// <summary>502 with a page of HTML.</summary>
    BadGateway,

    /// <summary>200 with JSON that ends in the middle.</summary>
    MalformedJson,

    /// <summary>No answer: the connection stays open until the caller gives up.</summary>
    Timeout,

    /// <summary>The connection is cut.</summary>
    Cut,

    /// <summary>The right answer, late.</summary>
    Slow,
}

/// <summary>A fault and the calls it strikes. What is not said strikes all.</summary>
internal sealed class InjectedFault
{
    public required FaultKind Kind { get; init; }

    /// <summary>As the counters name it, such as <c>GET /activity</c>.</summary>
    public string? Endpoint { get; init; }

    /// <summary>How many calls are still to be struck; null is for ever.</summary>
    public int? Times { get; set; }

    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>14 s is what Garmin was seen to ask for.</summary>
    public int RetryAfterSeconds { get; init; } = 14;
}
