namespace WeightedRun.Sandbox.Tests.Strava.Activities;

public sealed class ListPagingTests
{
    private const string List = "/api/v3/athlete/activities";

    [Fact]
    public async Task Pages_follow_each_other_and_an_empty_one_ends_them()
    {
        await using var connection = await Connection.OpenAsync();
        var all = Upload(connection, 7);

        Assert.Equal(all[..3], (await connection.GetAsync($"{List}?per_page=3")).Ids);
        Assert.Equal(all[3..6], (await connection.GetAsync($"{List}?per_page=3&page=2")).Ids);
        Assert.Equal(all[6..], (await connection.GetAsync($"{List}?per_page=3&page=3")).Ids);
        Assert.Equal("[]", (await connection.GetAsync($"{List}?per_page=3&page=4")).Text);
    }

    [Theory]
    [InlineData("", 30)]
    [InlineData("?per_page=199", 199)]
    [InlineData("?per_page=200", 200)]
    [InlineData("?per_page=201", 200)]
    public async Task A_page_holds_thirty_by_default_and_two_hundred_at_most(string query, int held)
    {
        await using var connection = await Connection.OpenAsync();
        Upload(connection, 205);

        Assert.Equal(held, (await connection.GetAsync(List + query)).Ids.Length);
    }

    [Fact]
    public async Task Hidden_runs_take_no_place_on_a_page()
    {
        await using var connection = await Connection.OpenAsync("read,activity:read");
        var shown = new List<long>();
        for (var day = 1; day <= 6; day++)
        {
            var activity = connection.Upload(day, visibility: day % 2 == 0 ? Sandbox.Strava.World.Visibility.OnlyMe : Sandbox.Strava.World.Visibility.Everyone);
            if (!activity.IsPrivate)
                shown.Add(activity.Id.Value);
        }

        Assert.Equal(shown[..2], (await connection.GetAsync($"{List}?per_page=2")).Ids);
        Assert.Equal(shown[2..], (await connection.GetAsync($"{List}?per_page=2&page=2")).Ids);
    }

    [Fact]
    public async Task The_host_of_2027_has_no_prefix()
    {
        await using var connection = await Connection.OpenAsync();
        var all = Upload(connection, 2);

        Assert.Equal(all, (await connection.GetAsync("/athlete/activities")).Ids);
    }

    [Fact]
    public async Task Another_athletes_runs_are_not_in_the_list()
    {
        await using var connection = await Connection.OpenAsync();
        var another = connection.World.AddAthlete(new());
        connection.World.Upload(another.Id, new() { Start = connection.Now.AddDays(-1) });

        Assert.Equal("[]", (await connection.GetAsync(List)).Text);
    }

    /// <summary>The ids, newest first.</summary>
    private static long[] Upload(Connection connection, int activities) => [.. Enumerable.Range(1, activities).Select(day => connection.Upload(day).Id.Value)];
}
