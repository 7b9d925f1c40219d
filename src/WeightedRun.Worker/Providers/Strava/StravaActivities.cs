using System.Globalization;
using Dapper;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>Brings activities from Strava into the table: one by the detail call, many by the list.</summary>
internal sealed class StravaActivities(StravaCalls calls, ActivityPages pages, ParkedActivities parked, IOptions<StravaOptions> options, TimeProvider time)
{
    /// <summary>The truth about one activity, description included; false when it is somebody else's.</summary>
    /// <exception cref="StravaException">Not there, not to be had, or the runner has to connect again.</exception>
    public async Task<bool> FetchAsync(AdvisoryLock held, Connection connection, string externalId, ApiPriority priority, CancellationToken cancellation)
    {
        var id = long.Parse(externalId, NumberStyles.None, CultureInfo.InvariantCulture);
        var activity = await calls.GetActivityAsync(held, connection.ConnectionId, id, priority, cancellation);
        // Strava shows public activities of others too: an invented event must not bring one in.
        if (activity.Athlete?.Id.ToString(CultureInfo.InvariantCulture) != connection.ExternalId)
            return false;

        if (StravaMapping.ToIncoming(activity, isDetail: true) is not { } row || row.ExternalId != externalId)
            throw new StravaException(StravaFault.Refused, "Strava's answer has no number or no start");

        await pages.StoreAsync(held, connection, [row], options.Value.Retention, cancellation);
        await ParkedActivities.ForgetAsync(held.Connection, connection, externalId);
        return true;
    }

    /// <summary>One page of the list; the window that is left, null when there is none.</summary>
    public async Task<ListPage> ReadPageAsync(AdvisoryLock held, Connection connection, ListWindow window, ApiPriority priority, CancellationToken cancellation)
    {
        var activities = await calls.ListActivitiesAsync(held, connection.ConnectionId, window, priority, cancellation);
        var rows = activities.Select(activity => StravaMapping.ToIncoming(activity, isDetail: false)).OfType<IncomingActivity>().ToList();
        await pages.StoreAsync(held, connection, rows, options.Value.Retention, cancellation);
        var starts = activities.Select(StravaMapping.StartOf).OfType<DateTimeOffset>().ToList();
        // Activities without a start count for the length of the page, though they cannot move the window.
        return new ListPage([.. rows.Select(row => row.ExternalId)], starts.Count == 0 ? null : window.Next(starts, IStravaApi.LongestPage - (activities.Count - starts.Count)));
    }

    /// <summary>All of a window; returns the numbers of what Strava has in it.</summary>
    public async Task<HashSet<string>> ReadWindowAsync(AdvisoryLock held, Connection connection, ListWindow window, ApiPriority priority, CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (ListWindow? rest = window; rest is { } next;)
        {
            var page = await ReadPageAsync(held, connection, next, priority, cancellation);
            seen.UnionWith(page.ExternalIds);
            rest = page.Rest;
        }

        return seen;
    }

    /// <summary>
    /// The description of runs that have none yet, newest first, and of those whose tag rests on one that is about to expire; at most <paramref name="limit"/> calls.
    /// Returns how many were asked for: fewer than the limit means that none is left.
    /// </summary>
    public async Task<int> ReadDetailsAsync(AdvisoryLock held, Connection connection, int limit, ApiPriority priority, CancellationToken cancellation)
    {
        var wanted = (await held.Connection.QueryAsync<string>(
            """
            select external_id from activities left join activity_tags as tags using (activity_id)
            where connection_id = @ConnectionId
              and sport in ('run', 'trail_run', 'treadmill_run', 'virtual_run', 'track_run', 'walk', 'hike', 'ruck')
              and (detail_fetched_at is null or (tags.source = 'description' and detail_expires_at < @soon))
              and not exists (
                select from parked_activities as parked
                where parked.connection_id = @ConnectionId and parked.external_id = activities.external_id and (next_try_at is null or next_try_at > @now))
            order by start_at desc
            limit @limit
            """,
            new { connection.ConnectionId, now = time.GetUtcNow(), soon = time.GetUtcNow().AddDays(1.5), limit })).AsList();
        foreach (var externalId in wanted)
        {
            try
            {
                await FetchAsync(held, connection, externalId, priority, cancellation);
            }
            catch (StravaException problem) when (problem.Fault is StravaFault.Unavailable or StravaFault.NotFound or StravaFault.Refused)
            {
                await parked.ParkAsync(held.Connection, connection, externalId, problem.Message, options.Value.Ladder, options.Value.Retention);
            }
        }

        return wanted.Count;
    }

    public static Task<int> RemoveAsync(AdvisoryLock held, Connection connection, string externalId) => held.Connection.ExecuteAsync(
        """
        with unparked as (delete from parked_activities where connection_id = @ConnectionId and external_id = @externalId)
        delete from activities where connection_id = @ConnectionId and external_id = @externalId
        """,
        new { connection.ConnectionId, externalId });
}

internal sealed record ListPage(IReadOnlyList<string> ExternalIds, ListWindow? Rest);
