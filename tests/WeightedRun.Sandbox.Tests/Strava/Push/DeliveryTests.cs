using Microsoft.AspNetCore.Http;

namespace WeightedRun.Sandbox.Tests.Strava.Push;

public sealed class DeliveryTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);

    [Theory]
    [InlineData(0, 1, 1, 0)]
    [InlineData(1, 2, 1, 0)]
    [InlineData(2, 3, 1, 0)]
    [InlineData(3, 3, 0, 1)]
    public async Task An_event_is_tried_three_times_in_all_and_then_given_up(int failures, int arrived, int accepted, int givenUp)
    {
        await using var subscribed = await Subscribed.OpenAsync();
        subscribed.Events.How = new() { RetryAfter = Soon };
        subscribed.Callback.Answer = before => Task.FromResult(before < failures ? Results.StatusCode(500) : Results.Ok());

        subscribed.Connection.Upload();

        Assert.Equal(arrived, (await subscribed.ToldAsync()).Length);
        Assert.Equal((accepted, givenUp), (subscribed.Events.Accepted, subscribed.Events.GivenUp));
    }

    [Theory]
    [InlineData(201)]
    [InlineData(204)]
    [InlineData(302)]
    public async Task Anything_but_200_is_a_failure(int status)
    {
        await using var subscribed = await Subscribed.OpenAsync();
        subscribed.Events.How = new() { RetryAfter = Soon };
        subscribed.Callback.Answer = _ => Task.FromResult(Results.StatusCode(status));

        subscribed.Connection.Upload();

        Assert.Equal(3, (await subscribed.ToldAsync()).Length);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_a_failure()
    {
        await using var subscribed = await Subscribed.OpenAsync();
        subscribed.Events.How = new() { RetryAfter = Soon, AnswerWithin = TimeSpan.FromMilliseconds(200) };
        subscribed.Callback.Answer = async before =>
        {
            await Task.Delay(before == 0 ? 1000 : 0);
            return Results.Ok();
        };

        subscribed.Connection.Upload();

        Assert.Equal(2, (await subscribed.ToldAsync()).Length);
    }

    [Fact]
    public void By_default_an_answer_must_come_within_two_seconds_and_the_next_try_follows_after_a_minute()
    {
        var how = new Sandbox.Strava.Push.EventDelivery();

        Assert.Equal((3, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(60)), (how.Attempts, how.AnswerWithin, how.RetryAfter));
    }

    [Fact]
    public async Task Retries_go_by_the_clock_that_can_be_set()
    {
        await using var subscribed = await Subscribed.OpenAsync();
        subscribed.Connection.Sandbox.Clock.Set(subscribed.Connection.Now, isStopped: true);
        subscribed.Callback.Answer = before => Task.FromResult(before == 0 ? Results.StatusCode(500) : Results.Ok());

        subscribed.Connection.Upload();
        await UntilAsync(() => subscribed.Callback.Arrived.Length == 1);
        subscribed.Connection.Sandbox.Clock.Advance(TimeSpan.FromSeconds(59));
        await Task.Delay(100, TestContext.Current.CancellationToken);
        var before = subscribed.Callback.Arrived.Length;
        subscribed.Connection.Sandbox.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(1, before);
        Assert.Equal(2, (await subscribed.ToldAsync()).Length);
    }

    [Fact]
    public async Task Duplicates_come_when_they_are_switched_on()
    {
        await using var subscribed = await Subscribed.OpenAsync();
        subscribed.Events.How = new() { DuplicateShare = 1 };

        subscribed.Connection.Upload();

        var told = await subscribed.ToldAsync();
        Assert.Equal(2, told.Length);
        Assert.Equal(told[0], told[1]);
    }

    [Fact]
    public async Task Lost_events_never_come()
    {
        await using var subscribed = await Subscribed.OpenAsync();
        subscribed.Events.How = new() { LostShare = 1 };

        subscribed.Connection.Upload();

        Assert.Empty(await subscribed.ToldAsync());
    }

    [Fact]
    public async Task Disorder_lets_later_events_overtake_and_loses_none()
    {
        await using var subscribed = await Subscribed.OpenAsync();
        subscribed.Events.How = new() { Disorder = TimeSpan.FromMilliseconds(400), AtOnce = 1 };

        var ids = Enumerable.Range(1, 30).Select(day => subscribed.Connection.Upload(day).Id.Value).ToArray();
        await subscribed.ToldAsync();

        var arrived = subscribed.Callback.Arrived.Select(told => told.Json.GetProperty("object_id").GetInt64()).ToArray();
        Assert.Equal(ids, arrived.Order());
        Assert.NotEqual(ids, arrived);
    }

    [Fact]
    public async Task Paused_events_wait_and_come_when_they_are_let_go()
    {
        await using var subscribed = await Subscribed.OpenAsync();
        subscribed.Events.How = new() { IsPaused = true };

        subscribed.Connection.Upload();
        await Task.Delay(150, TestContext.Current.CancellationToken);
        var before = (subscribed.Callback.Arrived.Length, subscribed.Events.Open);
        subscribed.Events.How = new();

        Assert.Equal((0, 1), before);
        Assert.Single(await subscribed.ToldAsync());
    }

    [Fact]
    public async Task Events_to_a_callback_that_is_gone_are_given_up()
    {
        await using var subscribed = await Subscribed.OpenAsync();
        subscribed.Events.How = new() { RetryAfter = Soon };
        await subscribed.Callback.DisposeAsync();

        subscribed.Connection.Upload();
        await subscribed.ToldAsync();

        Assert.Equal((3, 0, 1), (subscribed.Events.Sent, subscribed.Events.Accepted, subscribed.Events.GivenUp));
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var look = 0; look < 200 && !isSo(); look++)
            await Task.Delay(20, TestContext.Current.CancellationToken);

        Assert.True(isSo());
    }
}
