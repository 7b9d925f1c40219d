namespace WeightedRun.Worker.Providers.Strava;

/// <summary>What went wrong, as far as it changes what is to be done.</summary>
internal enum StravaFault
{
    /// <summary>No answer, an answer that is none, or 5xx: ask again later.</summary>
    Unavailable,

    /// <summary>Not there, deleted, or not visible to this token: these look alike.</summary>
    NotFound,

    /// <summary>Access token ended or revoked; a refresh may help.</summary>
    Unauthorized,

    /// <summary>The refresh token is dead: the runner must connect again.</summary>
    Revoked,

    /// <summary>The runner did not grant what the call needs.</summary>
    MissingScope,

    /// <summary>The operator's application is switched off or his Strava subscription lapsed; runners are not to blame.</summary>
    InactiveApplication,

    /// <summary>The application may not have another athlete.</summary>
    AthleteCap,

    /// <summary>Client id or secret is wrong.</summary>
    WrongCredentials,

    /// <summary>Any other refusal: our mistake, and repeating it does not help.</summary>
    Refused,
}

/// <summary>Strava's refusal in our words. It carries neither the request nor the answer: both may hold tokens.</summary>
internal sealed class StravaException(StravaFault fault, string message) : Exception(message)
{
    public StravaFault Fault { get; } = fault;
}
