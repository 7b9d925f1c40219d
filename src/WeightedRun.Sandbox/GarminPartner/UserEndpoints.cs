using System.Text.Json.Nodes;
using WeightedRun.Sandbox.Garmin;

namespace WeightedRun.Sandbox.GarminPartner;

/// <summary>Who the user is, what they allow, and how they leave.</summary>
internal sealed class UserEndpoints(PartnerWorld world)
{
    public void Map(IEndpointRouteBuilder wellness)
    {
        wellness.MapGet("/user/id", world.Door.OfUser("GET /user/id", (context, user) => Answer.JsonAsync(context, new JsonObject { ["userId"] = user.Value })));
        wellness.MapGet("/user/permissions", world.Door.OfUser("GET /user/permissions", PermissionsAsync));
        wellness.MapDelete("/user/registration", world.Door.OfUser("DELETE /user/registration", (context, user) =>
        {
            world.Deregister(user);
            return Answer.EmptyAsync(context, 204);
        }));
    }

    private Task PermissionsAsync(HttpContext context, GarminUserId user)
    {
        var permissions = new JsonArray([.. (world.GrantOf(user)?.Permissions ?? []).Select(permission => (JsonNode)permission)]);
        return Answer.JsonAsync(context, world.Quirks.WrapsPermissions ? new JsonObject { ["permissions"] = permissions } : permissions);
    }
}
