using System.Globalization;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Providers.Strava;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Account;

internal static class ConnectionPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/connections", ShowAsync);
        pages.MapGet("/connections/{id:long}/disconnect", AskAsync);
        pages.MapPost("/connections/{id:long}/disconnect", async (long id, HttpContext context, Leaving leaving, CancellationToken cancellation) =>
            await leaving.DisconnectAsync(Visitors.Required(context).RunnerId, new ConnectionId(id), cancellation)
                ? Show.Page<MessagePage>(new MessageView("Disconnected", ["The provider is being told, and what it told us is being deleted; that takes a minute at most."], new PageLink("connections", "Connections")))
                : Results.NotFound());
    }

    private static async Task<IResult> ShowAsync(HttpContext context, RunnerConnections connections, IOptions<StravaOptions> strava, CancellationToken cancellation)
    {
        var visitor = Visitors.Required(context);
        var rows = await connections.ReadAsync(visitor.RunnerId, cancellation);
        return Show.Page<ConnectionsPage>(new ConnectionsView(
            [.. rows.Select(row => ViewOf(row, visitor))],
            strava.Value.IsConfigured && !rows.Any(row => row is { Provider: StravaOptions.Provider, State: Connection.Active }),
            MayConnectGarmin: !rows.Any(row => row.Provider.StartsWith("garmin", StringComparison.Ordinal))));
    }

    private static async Task<IResult> AskAsync(long id, HttpContext context, RunnerConnections connections, CancellationToken cancellation)
    {
        if (await connections.FindAsync(Visitors.Required(context).RunnerId, new ConnectionId(id), cancellation) is not { } row)
            return Results.NotFound();

        var name = ProviderNames.Of(row.Provider);
        return Show.Page<ConfirmPage>(new ConfirmView(
            $"Disconnect {name}?",
            [$"Everything that {name} told us is deleted at once, with what was computed from it and your word about those runs. Your files stay.", $"{name} is told to end our access."],
            FormattableString.Invariant($"connections/{id}/disconnect"), $"Disconnect {name}", new PageLink("connections", "Keep it"), null, null));
    }

    private static ConnectionView ViewOf(ConnectionRow row, Visitor visitor) => new(
        row.ConnectionId.Value,
        ProviderNames.Of(row.Provider),
        row.State == Connection.Active ? "Working" : "Broken: connect again",
        row.State != Connection.Active,
        Day(visitor.LocalTime(row.ConnectedAt)),
        visitor.LocalTime(row.LastContactAt).ToString("d MMMM, HH:mm", CultureInfo.InvariantCulture),
        row is { IsKey: true, AccessTokenExpiresAt: { } ends } ? Day(visitor.LocalTime(ends)) : null,
        row.Scopes.Length == 0 ? "" : string.Join(", ", row.Scopes.Select(Words)),
        row.BackfillState switch
        {
            "running" => $"being read: {row.ActivitiesRead} activities so far",
            "parked" => "stopped; it is tried again by itself",
            "done" => $"read: {row.ActivitiesRead} activities",
            _ => null,
        },
        row.Provider == StravaOptions.Provider,
        false);

    private static string Day(DateTime date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Words(string scope) => scope switch
    {
        "read" => "public profile",
        "activity:read" => "activities",
        "activity:read_all" => "all activities, private ones too",
        "profile:read_all" => "profile with body weight",
        _ => scope,
    };
}
