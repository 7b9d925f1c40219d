using System.Globalization;
using WeightedRun.Sandbox.Strava.Faults;
using WeightedRun.Sandbox.Strava.RateLimits;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.Wire;

/// <summary>What every call of the API passes: the meter, the faults of the day, the token, the state of the application.</summary>
internal sealed class ApiDoor(StravaWorld world)
{
    // From this day on Strava takes tokens from the Authorization header alone.
    public static readonly DateTimeOffset HeaderOnlyFrom = new(2027, 6, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A status for the counters where no answer was given.</summary>
    private const int NoAnswer = 0;

    public RequestDelegate Reads(string endpoint, Func<ApiCall, Task> answer) => async context =>
        Close(context, endpoint, await PassAsync(context, endpoint, answer));

    /// <summary>Counts the call; cuts the connection where a fault wants no answer.</summary>
    public void Close(HttpContext context, string endpoint, int status)
    {
        world.Calls.Count(endpoint, status);
        if (status == NoAnswer)
            context.Abort();
    }

    /// <summary>Counts a call of an application and writes the headers; false when it was refused and answered.</summary>
    public async Task<bool> IsWithinLimitsAsync(HttpContext context, StravaApp app, bool isRead)
    {
        var reading = app.Rate.Count(world.Clock.GetUtcNow(), isRead);
        RateHeaders.Write(context.Response, reading, world.Quirks.RateHeaders);
        if (reading.RefusedBy is null)
            return true;

        await Answer.RefuseAsync(context, Refusal.RateLimited(reading.RefusedBy));
        return false;
    }

    /// <summary>The status with which a fault answered the call; null when the right answer is still to be given.</summary>
    public async Task<int?> StruckAsync(HttpContext context, string endpoint)
    {
        if (world.Faults.Next(endpoint, ActivityOf(context, endpoint)) is not { } fault || !await FaultAnswer.GiveAsync(fault, context))
            return null;

        return fault.Kind is FaultKind.Timeout or FaultKind.Cut ? NoAnswer : context.Response.StatusCode;
    }

    public string? TokenOf(HttpContext context, Parameters? parameters = null)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return header["Bearer ".Length..].Trim();

        if (world.Clock.GetUtcNow() >= HeaderOnlyFrom)
            return null;

        return parameters?["access_token"] ?? context.Request.Query["access_token"];
    }

    private async Task<int> PassAsync(HttpContext context, string endpoint, Func<ApiCall, Task> answer)
    {
        var issued = world.Tokens.FindAccess(TokenOf(context));
        if (issued is not null)
        {
            if (!await IsWithinLimitsAsync(context, issued.Grant.App, isRead: true))
                return context.Response.StatusCode;
        }
        else if (world.Apps.FirstOrDefault() is { } app)
        {
            RateHeaders.Write(context.Response, app.Rate.Read(world.Clock.GetUtcNow()), world.Quirks.RateHeaders);
        }

        if (await StruckAsync(context, endpoint) is { } status)
            return status;

        if (issued is null || issued.Grant.IsRevoked || issued.ExpiresAt <= world.Clock.GetUtcNow())
            await Answer.RefuseAsync(context, Refusal.BadAccessToken);
        else if (!issued.Grant.App.IsActive)
            await Answer.RefuseAsync(context, Refusal.InactiveApp);
        else
            await answer(new ApiCall(context, world, issued.Grant));

        return context.Response.StatusCode;
    }

    private static ActivityId? ActivityOf(HttpContext context, string endpoint) =>
        endpoint.StartsWith("GET /activities/", StringComparison.Ordinal)
        && long.TryParse(context.Request.RouteValues["id"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new ActivityId(id)
            : null;
}
