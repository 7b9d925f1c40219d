using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.Faults;

/// <summary>What goes wrong.</summary>
internal enum FaultKind
{
    /// <summary>500 <c>{"message":"error"}</c>, as Strava answers for corrupt activities.</summary>
    Error,

    /// <summary>429 without the budget being used up.</summary>
    RateLimited,

    /// <summary>502 with a page of HTML and without rate-limit headers, as from a proxy before the API.</summary>
    BadGateway,

    /// <summary>503 with an empty body.</summary>
    Unavailable,

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

    /// <summary>As the counters name it, such as <c>GET /activities/{id}</c>.</summary>
    public string? Endpoint { get; init; }

    public ActivityId? Activity { get; init; }

    /// <summary>How many calls are still to be struck; null is for ever.</summary>
    public int? Times { get; set; }

    /// <summary>The share of calls that is struck, 0 to 1, by a seeded sequence.</summary>
    public double Share { get; init; } = 1;

    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(3);
}
