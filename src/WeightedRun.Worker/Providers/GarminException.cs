using System.Net;

namespace WeightedRun.Worker.Providers;

/// <summary>What went wrong at Garmin, as far as it changes what is to be done.</summary>
internal enum GarminFault
{
    /// <summary>No answer, an answer that is none, or 5xx: ask again later.</summary>
    Unavailable,

    /// <summary>Too many calls; not before <see cref="GarminException.RetryAfter"/>.</summary>
    RateLimited,

    /// <summary>Access token ended or made inactive; another one may help.</summary>
    Unauthorized,

    /// <summary>The runner's key or refresh token is dead: the runner must connect again.</summary>
    Revoked,

    /// <summary>The runner did not grant what the call needs.</summary>
    MissingPermission,

    /// <summary>Not there, or not this runner's.</summary>
    NotFound,

    /// <summary>It was there once and is gone: a file that was fetched before, or a day ago.</summary>
    Gone,

    /// <summary>The operator's application may not do this, or its credentials are wrong; runners are not to blame.</summary>
    Application,

    /// <summary>Any other refusal: our mistake, and repeating it does not help.</summary>
    Refused,
}

/// <summary>Garmin's refusal in our words. It carries neither the request nor the answer: both may hold tokens.</summary>
internal sealed class GarminException(GarminFault fault, string message, TimeSpan? retryAfter = null) : Exception(message)
{
    public GarminFault Fault { get; } = fault;

    /// <summary>How long Garmin asks to wait.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    public static GarminFault FaultOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => GarminFault.RateLimited,
        HttpStatusCode.Unauthorized => GarminFault.Unauthorized,
        HttpStatusCode.PreconditionFailed or HttpStatusCode.Forbidden => GarminFault.MissingPermission,
        HttpStatusCode.NotFound => GarminFault.NotFound,
        HttpStatusCode.Gone => GarminFault.Gone,
        >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout => GarminFault.Unavailable,
        _ => GarminFault.Refused,
    };
}
