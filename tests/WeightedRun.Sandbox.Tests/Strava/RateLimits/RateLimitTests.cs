using System.Net;
using WeightedRun.Sandbox.Strava.Faults;
using WeightedRun.Sandbox.Strava.RateLimits;

namespace WeightedRun.Sandbox.Tests.Strava.RateLimits;

public sealed class RateLimitTests
{
    private const string Path = "/api/v3/athlete";
    private static readonly DateTimeOffset Morning = new(2026, 11, 25, 9, 14, 59, TimeSpan.Zero);

    [Fact]
    public async Task Every_answer_of_the_API_tells_limits_and_usage()
    {
        await using var connection = await AtAsync(Morning);

        var good = await connection.GetAsync(Path);
        var missing = await connection.GetAsync("/api/v3/activities/1");

        Assert.Equal(("400,4000", "1,1", "200,2000", "1,1"), HeadersOf(good));
        Assert.Equal(("400,4000", "2,2", "200,2000", "2,2"), HeadersOf(missing));
    }

    [Theory]
    [InlineData(2, HttpStatusCode.OK)]
    [InlineData(3, HttpStatusCode.OK)]
    [InlineData(4, HttpStatusCode.TooManyRequests)]
    public async Task Calls_above_the_limit_are_refused(int calls, HttpStatusCode last)
    {
        await using var connection = await AtAsync(Morning);
        connection.Sandbox.App.Rate.SetLimits(new RateLimit(100, 1000), new RateLimit(3, 1000));

        for (var call = 1; call < calls; call++)
            await connection.GetAsync(Path);

        Assert.Equal(last, (await connection.GetAsync(Path)).Status);
    }

    [Fact]
    public async Task A_refusal_names_the_bucket_and_counts_for_the_day()
    {
        await using var connection = await AtAsync(Morning);
        connection.Sandbox.App.Rate.SetLimits(new RateLimit(100, 1000), new RateLimit(1, 1000));
        await connection.GetAsync(Path);

        var byRead = await connection.GetAsync(Path);
        connection.Sandbox.App.Rate.SetLimits(new RateLimit(2, 1000), new RateLimit(1, 1000));
        var byOverall = await connection.GetAsync(Path);

        Assert.Equal("429 Rate Limit Exceeded: Application/read rate limit/exceeded", byRead.Refusal);
        Assert.Equal("429 Rate Limit Exceeded: Application/overall rate limit/exceeded", byOverall.Refusal);
        Assert.Equal(("2,1000", "3,3", "1,1000", "3,3"), HeadersOf(byOverall));
        Assert.DoesNotContain("Retry-After", byOverall.Headers.Keys);
    }

    [Theory]
    [InlineData("09:14:59", "2,2")]
    [InlineData("09:15:00", "1,2")]
    [InlineData("09:15:01", "1,2")]
    [InlineData("23:59:59", "1,2")]
    public async Task The_quarter_hour_starts_again_on_the_clock(string time, string usage)
    {
        await using var connection = await AtAsync(Morning);
        await connection.GetAsync(Path);

        connection.Sandbox.Clock.Set(new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero) + TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture), isStopped: true);
        await connection.RefreshIfNeededAsync();

        Assert.Equal(usage, (await connection.GetAsync(Path)).Headers["X-ReadRateLimit-Usage"]);
    }

    [Fact]
    public async Task The_day_starts_again_at_midnight_UTC_in_whatever_zone_the_clock_is()
    {
        await using var connection = await AtAsync(new DateTimeOffset(2026, 11, 26, 0, 59, 59, TimeSpan.FromHours(1)));
        await connection.GetAsync(Path);

        connection.Sandbox.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("1,1", (await connection.GetAsync(Path)).Headers["X-RateLimit-Usage"]);
    }

    [Fact]
    public async Task All_athletes_of_an_application_share_its_budget()
    {
        await using var connection = await AtAsync(Morning);
        await connection.GetAsync(Path);
        await connection.ConnectAsync(athlete: connection.World.AddAthlete(new()));

        Assert.Equal("2,2", (await connection.GetAsync(Path)).Headers["X-RateLimit-Usage"]);
    }

    [Fact]
    public async Task Calls_with_a_dead_token_count_too()
    {
        await using var connection = await AtAsync(Morning);
        connection.World.Deauthorize(connection.World.Tokens.Find(connection.Sandbox.App, connection.Athlete)!);

        Assert.Equal("1,1", (await connection.GetAsync(Path)).Headers["X-RateLimit-Usage"]);
    }

    [Theory]
    [InlineData("Spaced", "X-ReadRateLimit-Usage", "1, 1")]
    [InlineData("Comma", "X-ReadRateLimit-Usage", ",")]
    [InlineData("Comma", "X-RateLimit-Usage", "1,1")]
    [InlineData("LowerCase", "x-readratelimit-usage", "1,1")]
    public async Task Headers_come_in_the_shapes_they_were_seen_in(string shape, string name, string value)
    {
        await using var connection = await AtAsync(Morning);
        connection.World.Quirks = new() { RateHeaders = Enum.Parse<RateHeaderShape>(shape) };

        Assert.Equal(value, (await connection.GetAsync(Path)).Headers[name]);
    }

    [Fact]
    public async Task Headers_may_be_missing()
    {
        await using var connection = await AtAsync(Morning);
        connection.World.Quirks = new() { RateHeaders = RateHeaderShape.Missing };

        Assert.DoesNotContain((await connection.GetAsync(Path)).Headers.Keys, name => name.Contains("RateLimit", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<Connection> AtAsync(DateTimeOffset now)
    {
        var connection = await Connection.StrangerAsync();
        connection.Sandbox.Clock.Set(now, isStopped: true);
        await connection.ConnectAsync();
        return connection;
    }

    private static (string, string, string, string) HeadersOf(Reply reply) =>
        (reply.Headers["X-RateLimit-Limit"], reply.Headers["X-RateLimit-Usage"], reply.Headers["X-ReadRateLimit-Limit"], reply.Headers["X-ReadRateLimit-Usage"]);
}
