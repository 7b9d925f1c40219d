using WeightedRun.Sandbox.Strava.Push;

namespace WeightedRun.Sandbox.Tests.Strava.Push;

/// <summary>A connected athlete whose application is subscribed to events.</summary>
internal sealed class Subscribed(Connection connection, CallbackServer callback) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public Connection Connection => connection;

    public CallbackServer Callback => callback;

    public EventSender Events => connection.World.Events;

    public static async Task<Subscribed> OpenAsync(string scopes = Connection.AllScopes)
    {
        var subscribed = new Subscribed(await Connection.OpenAsync(scopes), await CallbackServer.StartAsync());
        var created = await subscribed.CreateAsync();
        Assert.Equal(System.Net.HttpStatusCode.Created, created.Status);
        return subscribed;
    }

    public Task<Reply> CreateAsync(string? url = null) => CreateAsync(connection, url ?? callback.Url);

    public static Task<Reply> CreateAsync(Connection connection, string url) =>
        connection.PostAsync("/api/v3/push_subscriptions", [("client_id", "12345"), ("client_secret", "sandbox-secret"), ("callback_url", url), ("verify_token", "v3rify")], token: null);

    /// <summary>Waits until the last event is accepted or given up.</summary>
    public async Task<string[]> ToldAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await Events.WhenIdleAsync(patience.Token);
        return callback.Told();
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await callback.DisposeAsync();
    }
}
