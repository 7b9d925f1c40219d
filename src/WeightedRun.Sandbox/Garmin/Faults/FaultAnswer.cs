using System.Globalization;

namespace WeightedRun.Sandbox.Garmin.Faults;

/// <summary>Gives the answer of a fault.</summary>
internal static class FaultAnswer
{
    // Longer than any client waits; then the connection is cut.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    /// <summary>True when the call is answered; false when the right answer is still to be given.</summary>
    public static async Task<bool> GiveAsync(InjectedFault fault, HttpContext context)
    {
        switch (fault.Kind)
        {
            case FaultKind.Slow:
                await Task.Delay(fault.Delay, context.RequestAborted);
                return false;
            case FaultKind.RateLimited:
                context.Response.Headers.RetryAfter = fault.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
                await Answer.ErrorAsync(context, 429, "Too Many Requests");
                return true;
            case FaultKind.InactiveToken:
                await Answer.InactiveTokenAsync(context);
                return true;
            case FaultKind.Error:
                await Answer.ErrorAsync(context, 500, "Internal server error");
                return true;
            case FaultKind.BadGateway:
                await Answer.TextAsync(context, 502, "text/html", "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>");
                return true;
            case FaultKind.MalformedJson:
                await Answer.TextAsync(context, 200, "application/json", """[{"activityId":18000000001,"activityName":"Morning R""");
                return true;
            case FaultKind.Timeout:
                await Task.Delay(Silence, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                context.Abort();
                return true;
            default:
                context.Abort();
                return true;
        }
    }
}
