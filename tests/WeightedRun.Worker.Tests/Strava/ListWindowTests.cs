using WeightedRun.Worker.Providers.Strava;

namespace WeightedRun.Worker.Tests.Strava;

public sealed class ListWindowTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_activity_is_seen_whichever_end_the_list_begins_at(bool isNewestFirst)
    {
        var all = Enumerable.Range(0, 1000).Select(n => Start.AddMinutes(n)).ToList();
        var (seen, pages) = Read(all, isNewestFirst, pageSize: 200);
        Assert.Equal(all, seen);
        Assert.InRange(pages, 5, 6);
    }

    [Fact]
    public void A_page_within_one_second_does_not_stop_the_reading()
    {
        var all = Enumerable.Repeat(Start.AddHours(1), 10).Append(Start.AddHours(2)).Append(Start.AddMinutes(1)).Order().ToList();
        var (seen, pages) = Read(all, isNewestFirst: true, pageSize: 10);
        Assert.Contains(Start.AddMinutes(1), seen);
        Assert.InRange(pages, 2, 4);
    }

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    public void A_short_page_is_the_last(int count, bool hasMore)
    {
        var page = Enumerable.Range(0, count).Select(n => Start.AddMinutes(-n)).ToList();
        Assert.Equal(hasMore, new ListWindow(Start.AddDays(-30), Start).Next(page, 200) is not null);
    }

    private static (List<DateTimeOffset> Seen, int Pages) Read(List<DateTimeOffset> all, bool isNewestFirst, int pageSize)
    {
        var seen = new SortedSet<DateTimeOffset>();
        var pages = 0;
        for (ListWindow? rest = new ListWindow(Start.AddDays(-1), Start.AddDays(1)); rest is { } window; pages++)
        {
            var inside = all.Where(start => start > window.After && start < window.Before);
            var page = (isNewestFirst ? inside.OrderDescending() : inside.Order()).Take(pageSize).ToList();
            seen.UnionWith(page);
            rest = window.Next(page, pageSize);
            Assert.InRange(pages, 0, 20);
        }

        return ([.. seen], pages);
    }
}
