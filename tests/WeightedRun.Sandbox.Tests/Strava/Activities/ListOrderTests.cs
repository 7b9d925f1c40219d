using System.Net;

namespace WeightedRun.Sandbox.Tests.Strava.Activities;

public sealed class ListOrderTests
{
    private const string List = "/api/v3/athlete/activities";

    [Fact]
    public async Task The_newest_comes_first_by_default_and_with_before()
    {
        await using var connection = await Connection.OpenAsync();
        var (old, middle, young) = Three(connection);

        Assert.Equal([young, middle, old], (await connection.GetAsync(List)).Ids);
        Assert.Equal([middle, old], (await connection.GetAsync($"{List}?before={Seconds(connection, daysAgo: 2)}")).Ids);
    }

    [Fact]
    public async Task With_after_alone_the_oldest_comes_first()
    {
        await using var connection = await Connection.OpenAsync();
        var (_, middle, young) = Three(connection);

        Assert.Equal([middle, young], (await connection.GetAsync($"{List}?after={Seconds(connection, daysAgo: 4)}")).Ids);
    }

    [Fact]
    public async Task With_both_the_newest_comes_first_again()
    {
        await using var connection = await Connection.OpenAsync();
        var (old, middle, young) = Three(connection);

        Assert.Equal([young, middle, old], (await connection.GetAsync($"{List}?after={Seconds(connection, daysAgo: 9)}&before={Seconds(connection, daysAgo: 0)}")).Ids);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public async Task After_excludes_its_own_second(int secondsFromStart, bool isListed)
    {
        await using var connection = await Connection.OpenAsync();
        var start = AtWholeSecond(connection);

        Assert.Equal(isListed, (await connection.GetAsync($"{List}?after={start + secondsFromStart}")).Ids.Length == 1);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Before_excludes_its_own_second(int secondsFromStart, bool isListed)
    {
        await using var connection = await Connection.OpenAsync();
        var start = AtWholeSecond(connection);

        Assert.Equal(isListed, (await connection.GetAsync($"{List}?before={start + secondsFromStart}")).Ids.Length == 1);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task After_in_the_future_is_refused(int secondsFromNow, bool isGood)
    {
        await using var connection = await Connection.OpenAsync();
        connection.Sandbox.Clock.Set(connection.Now, isStopped: true);

        var reply = await connection.GetAsync($"{List}?after={connection.Now.ToUnixTimeSeconds() + secondsFromNow}");

        Assert.Equal(isGood, reply.Status == HttpStatusCode.OK);
        if (!isGood)
            Assert.Equal("400 Bad Request: Application/after/future", reply.Refusal);
    }

    [Fact]
    public async Task Milliseconds_sent_for_seconds_are_refused_and_so_are_words()
    {
        await using var connection = await Connection.OpenAsync();

        Assert.Equal("400 Bad Request: Application/after/future", (await connection.GetAsync($"{List}?after={connection.Now.ToUnixTimeMilliseconds()}")).Refusal);
        Assert.Equal("400 Bad Request: Application/before/invalid", (await connection.GetAsync($"{List}?before=yesterday")).Refusal);
    }

    [Fact]
    public async Task A_late_upload_takes_its_place_by_start_not_by_upload()
    {
        await using var connection = await Connection.OpenAsync();
        var young = connection.Upload(daysAgo: 1).Id.Value;
        var late = connection.Upload(daysAgo: 5).Id.Value;

        Assert.Equal([young, late], (await connection.GetAsync(List)).Ids);
    }

    private static (long Old, long Middle, long Young) Three(Connection connection)
    {
        var middle = connection.Upload(daysAgo: 3);
        var young = connection.Upload(daysAgo: 1);
        return (connection.Upload(daysAgo: 5).Id.Value, middle.Id.Value, young.Id.Value);
    }

    private static long AtWholeSecond(Connection connection)
    {
        var start = DateTimeOffset.FromUnixTimeSeconds(connection.Now.ToUnixTimeSeconds() - 86_400);
        connection.World.Upload(connection.Athlete.Id, new() { Start = start });
        return start.ToUnixTimeSeconds();
    }

    private static long Seconds(Connection connection, int daysAgo) => connection.Now.AddDays(-daysAgo).ToUnixTimeSeconds();
}
