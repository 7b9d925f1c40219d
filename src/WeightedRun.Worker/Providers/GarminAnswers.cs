using System.Net.Http.Headers;
using Refit;

namespace WeightedRun.Worker.Providers;

/// <summary>Takes the content out of an answer, or says in our words why there is none.</summary>
internal static class GarminAnswers
{
    public static T ContentOf<T>(ApiResponse<T> response)
    {
        using (response)
            return response is { IsSuccessful: true, Content: { } content } ? content : throw Explain(response);
    }

    public static GarminException Explain(IApiResponse response)
    {
        for (var cause = response.Error?.InnerException; cause is not null; cause = cause.InnerException)
        {
            if (cause is GarminException own)
                return own;
        }

        return response.StatusCode is { } status && !response.IsSuccessStatusCode
            ? new GarminException(GarminException.FaultOf(status), $"Garmin answered {(int)status}", WaitOf(response.Headers))
            : new GarminException(GarminFault.Unavailable, $"Garmin gave no usable answer ({response.Error?.InnerException?.GetType().Name ?? "empty"})");
    }

    /// <summary>Seconds, or a date as seen by Garmin's own clock; null when it asks for no wait.</summary>
    public static TimeSpan? WaitOf(HttpResponseHeaders? headers) =>
        headers?.RetryAfter is { } after ? after.Delta ?? (after.Date - headers.Date is { Ticks: > 0 } wait ? wait : TimeSpan.Zero) : null;
}
