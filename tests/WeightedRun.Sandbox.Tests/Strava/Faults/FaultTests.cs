using System.Diagnostics;
using System.Net;
using System.Text.Json;
using WeightedRun.Sandbox.Strava.Activities;
using WeightedRun.Sandbox.Strava.Faults;
using WeightedRun.Sandbox.Strava.OAuth;

namespace WeightedRun.Sandbox.Tests.Strava.Faults;

public sealed class FaultTests
{
    private const string Path = "/api/v3/athlete";

    [Fact]
    public async Task A_corrupt_activity_answers_500_for_ever_and_the_others_do_not()
    {
        await using var connection = await Connection.OpenAsync();
        var (corrupt, sound) = (connection.Upload(1).Id, connection.Upload(2).Id);
        connection.World.Faults.Add(new InjectedFault { Kind = FaultKind.Error, Activity = corrupt });

        for (var call = 0; call < 3; call++)
        {
            var reply = await connection.GetAsync($"/api/v3/activities/{corrupt}");
            Assert.Equal((HttpStatusCode.InternalServerError, """{"message":"error"}"""), (reply.Status, reply.Text));
            Assert.Contains("X-RateLimit-Usage", reply.Headers.Keys);
        }

        Assert.Equal(HttpStatusCode.OK, (await connection.GetAsync($"/api/v3/activities/{sound}")).Status);
        Assert.Equal(2, (await connection.GetAsync("/api/v3/athlete/activities")).Ids.Length);
    }

    [Fact]
    public async Task A_gateway_error_is_a_page_without_rate_limit_headers()
    {
        await using var connection = await StruckAsync(FaultKind.BadGateway);

        var reply = await connection.GetAsync(Path);

        Assert.Equal(HttpStatusCode.BadGateway, reply.Status);
        Assert.StartsWith("text/html", reply.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.DoesNotContain("X-RateLimit-Limit", reply.Headers.Keys);
    }

    [Fact]
    public async Task A_429_can_come_out_of_the_blue()
    {
        await using var connection = await StruckAsync(FaultKind.RateLimited);

        Assert.Equal("429 Rate Limit Exceeded: Application/overall rate limit/exceeded", (await connection.GetAsync(Path)).Refusal);
        Assert.Equal(HttpStatusCode.OK, (await connection.GetAsync(Path)).Status);
    }

    [Fact]
    public async Task Malformed_JSON_comes_with_a_good_status()
    {
        await using var connection = await StruckAsync(FaultKind.MalformedJson);

        var reply = await connection.GetAsync(Path);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.ThrowsAny<JsonException>(() => reply.Json);
    }

    [Fact]
    public async Task A_service_can_be_unavailable_with_an_empty_body()
    {
        await using var connection = await StruckAsync(FaultKind.Unavailable);

        var reply = await connection.GetAsync(Path);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, ""), (reply.Status, reply.Text));
    }

    [Fact]
    public async Task A_cut_connection_is_a_broken_request()
    {
        await using var connection = await StruckAsync(FaultKind.Cut);

        await Assert.ThrowsAsync<HttpRequestException>(() => connection.GetAsync(Path));
        Assert.Equal(1, connection.World.Calls.Of("GET /athlete", 0));
    }

    [Fact]
    public async Task A_timeout_answers_nothing_until_the_caller_gives_up()
    {
        await using var connection = await StruckAsync(FaultKind.Timeout);
        using var http = new HttpClient { BaseAddress = connection.Sandbox.BaseAddress, Timeout = TimeSpan.FromMilliseconds(300) };

        await Assert.ThrowsAsync<TaskCanceledException>(() => http.GetAsync(new Uri(Path, UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, (await connection.GetAsync(Path)).Status);
    }

    [Fact]
    public async Task A_slow_answer_is_the_right_one_late()
    {
        await using var connection = await Connection.OpenAsync();
        connection.World.Faults.Add(new InjectedFault { Kind = FaultKind.Slow, Delay = TimeSpan.FromMilliseconds(300), Times = 1 });
        var watch = Stopwatch.StartNew();

        var reply = await connection.GetAsync(Path);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.True(watch.ElapsedMilliseconds >= 290, $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task A_fault_strikes_its_endpoint_as_often_as_it_says()
    {
        await using var connection = await Connection.OpenAsync();
        connection.World.Faults.Add(new InjectedFault { Kind = FaultKind.Error, Endpoint = ActivityEndpoints.List, Times = 2 });

        Assert.Equal(HttpStatusCode.OK, (await connection.GetAsync(Path)).Status);
        Assert.Equal(HttpStatusCode.InternalServerError, (await connection.GetAsync("/api/v3/athlete/activities")).Status);
        Assert.Equal(HttpStatusCode.InternalServerError, (await connection.GetAsync("/athlete/activities")).Status);
        Assert.Equal(HttpStatusCode.OK, (await connection.GetAsync("/api/v3/athlete/activities")).Status);
        Assert.Equal(2, connection.World.Faults.Struck);
    }

    [Fact]
    public async Task The_token_endpoint_can_fail_and_spends_nothing()
    {
        await using var connection = await Connection.OpenAsync();
        connection.World.Faults.Add(new InjectedFault { Kind = FaultKind.Error, Endpoint = TokenEndpoint.Refresh, Times = 1 });

        Assert.Equal(HttpStatusCode.InternalServerError, (await connection.RefreshAsync()).Status);
        Assert.Equal(HttpStatusCode.OK, (await connection.RefreshAsync()).Status);
    }

    [Fact]
    public void The_same_seed_strikes_the_same_calls()
    {
        static string Run(int seed)
        {
            var plan = new FaultPlan(seed);
            plan.Add(new InjectedFault { Kind = FaultKind.Error, Share = 0.3 });
            return string.Concat(Enumerable.Range(0, 1000).Select(_ => plan.Next("GET /athlete", null) is null ? '.' : 'x'));
        }

        Assert.Equal(Run(1), Run(1));
        Assert.NotEqual(Run(1), Run(2));
        Assert.InRange(Run(1).Count(call => call == 'x'), 250, 350);
    }

    private static async Task<Connection> StruckAsync(FaultKind kind)
    {
        var connection = await Connection.OpenAsync();
        connection.World.Faults.Add(new InjectedFault { Kind = kind, Times = 1 });
        return connection;
    }
}
