using System.Globalization;
using WeightedRun.Sandbox.Strava.Wire;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Strava.Activities;

/// <summary>The window and page of a list. Only <c>after</c> turns the order to oldest first.</summary>
internal sealed record ListQuery(DateTimeOffset? After, DateTimeOffset? Before, int Page, int PerPage)
{
    private const int DefaultPerPage = 30;
    private const int MaxPerPage = 200;

    public static (ListQuery? Query, Refusal? Refusal) Parse(IQueryCollection query, DateTimeOffset now)
    {
        if (!TryNumber(query, "after", out var after))
            return (null, Invalid("after"));

        if (!TryNumber(query, "before", out var before))
            return (null, Invalid("before"));

        if (!TryNumber(query, "page", out var page))
            return (null, Invalid("page"));

        if (!TryNumber(query, "per_page", out var perPage))
            return (null, Invalid("per_page"));

        // Milliseconds sent for seconds end up here.
        if (after > now.ToUnixTimeSeconds())
            return (null, Refusal.AfterInFuture);

        return (new ListQuery(Instant(after), Instant(before), (int)Math.Clamp(page ?? 1, 1, int.MaxValue / MaxPerPage), (int)Math.Clamp(perPage ?? DefaultPerPage, 1, MaxPerPage)), null);
    }

    public List<StravaActivity> Of(ActivityLog log, bool showsPrivate) =>
        log.Page(After, Before, isOldestFirst: After is not null && Before is null, showsPrivate, (Page - 1) * PerPage, PerPage);

    private static Refusal Invalid(string field) => Refusal.BadRequest("Application", field, "invalid");

    private static bool TryNumber(IQueryCollection query, string name, out long? value)
    {
        value = null;
        var text = query[name].ToString();
        if (text.Length == 0)
            return true;

        var isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        value = number;
        return isNumber;
    }

    private static DateTimeOffset? Instant(long? seconds) =>
        seconds is { } value ? DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(value, 0, DateTimeOffset.MaxValue.ToUnixTimeSeconds())) : null;
}
