using WeightedRun.Sandbox.Strava.Wire;

namespace WeightedRun.Sandbox.Strava.Faults;

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
            case FaultKind.Error:
                await Answer.TextAsync(context, StatusCodes.Status500InternalServerError, "application/json", """{"message":"error"}""");
                return true;
            case FaultKind.RateLimited:
                await Answer.RefuseAsync(context, Refusal.RateLimited("overall rate limit"));
                return true;
            case FaultKind.BadGateway:
                foreach (var name in context.Response.Headers.Keys.ToArray())
                    context.Response.Headers.Remove(name);

                await Answer.TextAsync(context, StatusCodes.Status502BadGateway, "text/html", "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>");
                return true;
            case FaultKind.Unavailable:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return true;
            case FaultKind.MalformedJson:
                await Answer.TextAsync(context, StatusCodes.Status200OK, "application/json", """[{"resource_state":2,"id":1601,"name":"Morning R""");
                return true;
            case FaultKind.Timeout:
                await Task.Delay(Silence, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return true;
            default:
                return true;
        }
    }
}
