namespace WeightedRun.Sandbox.Control;

/// <summary>A wrong control call is told what is wrong with it.</summary>
internal static class ControlRefusal
{
    public static async Task ExplainAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception wrong) when (wrong is BadHttpRequestException or KeyNotFoundException or TimeZoneNotFoundException && context.Request.Path.StartsWithSegments("/sandbox"))
        {
            context.Response.StatusCode = wrong is KeyNotFoundException ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest;
            await context.Response.WriteAsJsonAsync(new { Error = wrong.InnerException?.Message ?? wrong.Message }, context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller gave up first, as with a timeout it should.
        }
    }
}
