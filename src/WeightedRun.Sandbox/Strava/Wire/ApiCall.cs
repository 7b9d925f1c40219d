using System.Globalization;
using WeightedRun.Sandbox.Strava.OAuth;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.Wire;

/// <summary>A call that got through the door: who asks, and what they may see.</summary>
internal sealed class ApiCall(HttpContext context, StravaWorld world, Grant grant)
{
    public StravaWorld World => world;

    public StravaAthlete Athlete => grant.Athlete;

    public Scopes Scopes => grant.Scopes;

    public IQueryCollection Query => context.Request.Query;

    public string Route(string name) => context.Request.RouteValues[name]?.ToString() ?? "";

    /// <summary>0, which nothing has, where the path holds no number.</summary>
    public long RouteId => long.TryParse(Route("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    public Task AnswerAsync(Action<WireWriter> write) => Answer.JsonAsync(context, StatusCodes.Status200OK, world.Quirks, write);

    public Task RefuseAsync(Refusal refusal) => Answer.RefuseAsync(context, refusal);
}
