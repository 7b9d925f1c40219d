using System.Net;
using System.Text.Json;
using Npgsql;
using Refit;
using WeightedRun.Worker.Operations;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>Reads what an answer says went wrong: https://developers.strava.com/docs/ (Faults) and what was seen beyond it.</summary>
internal static class StravaFaults
{
    public static T ContentOf<T>(ApiResponse<T> response)
    {
        using (response)
            return response is { IsSuccessful: true, Content: { } content } ? content : throw Explain(response);
    }

    public static Exception Explain(IApiResponse response)
    {
        var problem = response.Error?.InnerException;
        for (var cause = problem; cause is not null; cause = cause.InnerException)
        {
            // Neither is Strava's fault: no budget, and a database that is not there.
            if (cause is RetryLaterException or NpgsqlException)
                return cause;
        }

        if (response.StatusCode is not { } status || response.IsSuccessStatusCode)
            return new StravaException(StravaFault.Unavailable, $"Strava gave no usable answer ({problem?.GetType().Name ?? "empty"})");

        var body = Parse((response.Error as ApiException)?.Content);
        return new StravaException(Classify(status, body), $"Strava answered {(int)status} {Describe(body)}".TrimEnd());
    }

    internal static StravaFault Classify(HttpStatusCode status, StravaFaultBody? body) => status switch
    {
        HttpStatusCode.NotFound => StravaFault.NotFound,
        HttpStatusCode.Unauthorized when Has(body, error => error.Code == "missing") => StravaFault.MissingScope,
        HttpStatusCode.Unauthorized when Has(body, error => error.Resource == "Application") => StravaFault.WrongCredentials,
        HttpStatusCode.Unauthorized => StravaFault.Unauthorized,
        HttpStatusCode.Forbidden when Has(body, error => error is { Field: "Status", Code: "Inactive" }) => StravaFault.InactiveApplication,
        HttpStatusCode.Forbidden when body?.Message?.Contains("connected athletes", StringComparison.OrdinalIgnoreCase) == true => StravaFault.AthleteCap,
        HttpStatusCode.BadRequest when Has(body, error => error.Resource is "RefreshToken") => StravaFault.Revoked,
        HttpStatusCode.BadRequest when Has(body, error => error is { Resource: "Application", Field: "client_id" }) => StravaFault.WrongCredentials,
        >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests => StravaFault.Unavailable,
        _ => StravaFault.Refused,
    };

    private static bool Has(StravaFaultBody? body, Func<StravaFaultError, bool> matches) => body?.Errors?.Any(matches) == true;

    private static StravaFaultBody? Parse(string? content)
    {
        try
        {
            return string.IsNullOrWhiteSpace(content) ? null : JsonSerializer.Deserialize(content, StravaJson.Default.StravaFaultBody);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Codes alone: they are Strava's own words and name nobody.
    private static string Describe(StravaFaultBody? body) =>
        string.Join(", ", body?.Errors?.Select(error => $"{error.Resource}/{error.Field}/{error.Code}") ?? []);
}
