using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.Garmin.Faults;

namespace WeightedRun.Sandbox.GarminPartner;

/// <summary>What every call passes: the count, the faults of the day, the token.</summary>
internal sealed class PartnerDoor(PartnerWorld world)
{
    public RequestDelegate Counted(string endpoint, Func<HttpContext, Task> answer) => async context =>
    {
        try
        {
            if (world.Faults.Next(endpoint) is not { } fault || !await FaultAnswer.GiveAsync(fault, context))
                await answer(context);
        }
        finally
        {
            world.Calls.Count(endpoint, context.Response.StatusCode);
        }
    };

    public RequestDelegate OfUser(string endpoint, Func<HttpContext, GarminUserId, Task> answer) => Counted(endpoint, context =>
        world.Tokens.UserOf(Answer.Bearer(context)) is { } user ? answer(context, user) : Answer.InactiveTokenAsync(context));
}
