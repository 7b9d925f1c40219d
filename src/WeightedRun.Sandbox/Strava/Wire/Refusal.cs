namespace WeightedRun.Sandbox.Strava.Wire;

/// <summary>Strava's error answer: a status, a sentence, and one error of resource, field and code. An empty resource is an empty list of errors, none is no list.</summary>
internal sealed record Refusal(int Status, string Message, string? Resource = null, string Field = "", string Code = "")
{
    public static readonly Refusal UnknownClient = BadRequest("Application", "client_id", "invalid");
    public static readonly Refusal WrongSecret = new(401, "Authorization Error", "Application", "", "invalid");
    public static readonly Refusal WrongBasic = new(401, "Authorization Error", "");
    public static readonly Refusal BadCode = BadRequest("AuthorizationCode", "code", "invalid");
    public static readonly Refusal BadRefreshToken = BadRequest("RefreshToken", "refresh_token", "invalid");
    public static readonly Refusal BadAccessToken = new(401, "Authorization Error", "Athlete", "access_token", "invalid");
    public static readonly Refusal InactiveApp = new(403, "Forbidden", "Application", "Status", "Inactive");
    public static readonly Refusal Forbidden = new(403, "Forbidden");
    public static readonly Refusal TooManyAthletes = new(403, "Limit of connected athletes exceeded");
    public static readonly Refusal AfterInFuture = BadRequest("Application", "after", "future");

    public static Refusal BadRequest(string resource, string field, string code) => new(400, "Bad Request", resource, field, code);

    public static Refusal MissingScope(string scope) => new(401, "Authorization Error", "AccessToken", scope + "_permission", "missing");

    public static Refusal NotFound(string resource) => new(404, "Resource Not Found", resource, "", "not found");

    public static Refusal RateLimited(string limit) => new(429, "Rate Limit Exceeded", "Application", limit, "exceeded");
}
