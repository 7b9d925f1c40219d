using Dapper;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.Strava;

/// <summary>What the events about one activity or one athlete come to, after asking Strava: duplicates, disorder and inventions end in the same state.</summary>
internal sealed class StravaEvents(StravaActivities activities, StravaCalls calls, Deletion deletion, ParkedActivities parked, IOptions<StravaOptions> options, TimeProvider time)
{
    // An event older than what was fetched since brings nothing new; less than this apart, two clocks may disagree.
    private static readonly TimeSpan ClockMargin = TimeSpan.FromMinutes(5);

    /// <summary>False when the connection is gone with these events.</summary>
    public async Task<bool> HandleAsync(AdvisoryLock held, Connection connection, IReadOnlyList<PendingEvent> events, CancellationToken cancellation)
    {
        var asked = time.GetUtcNow();
        if (events[0].ObjectType == "athlete")
            return await HandleAthleteAsync(held, connection, events, asked, cancellation);

        if (events[0].ObjectType == "activity" && !await IsKnownAsync(held, connection, events))
            await HandleActivityAsync(held, connection, events, asked, cancellation);
        else
            await InboxStore.FinishAsync(held.Connection, events, "ignored", "nothing new", asked);

        return true;
    }

    private async Task HandleActivityAsync(AdvisoryLock held, Connection connection, IReadOnlyList<PendingEvent> events, DateTimeOffset asked, CancellationToken cancellation)
    {
        var externalId = events[0].ObjectExternalId;
        // Within one second the order is not known, and nothing comes after a deletion but, now and then, a run that its runner shows again.
        var isDeletion = events.MaxBy(due => (due.OccurredAt, due.Aspect == "delete"))!.Aspect == "delete";
        try
        {
            var isOwn = await activities.FetchAsync(held, connection, externalId, ApiPriority.Event, cancellation);
            // Told to be deleted and still there: Strava's answer may lag behind its event. The ladder's end believes the answer.
            if (!isOwn)
                await InboxStore.FinishAsync(held.Connection, events, "ignored", "not the runner's own", asked);
            else if (!isDeletion || !await PostponeAsync(held, events, "deleted, but still there"))
                await InboxStore.FinishAsync(held.Connection, events, "done", null, asked);
        }
        catch (StravaException problem) when (problem.Fault == StravaFault.NotFound)
        {
            // Fresh activities are sometimes not there yet; deleted and hidden ones are gone at once.
            var isDeleted = isDeletion || await InboxStore.IsDeletedSinceAsync(held.Connection, connection, externalId, events.Max(due => due.OccurredAt));
            if (!isDeleted && await PostponeAsync(held, events, problem.Message))
                return;

            await StravaActivities.RemoveAsync(held, connection, externalId);
            if (isDeleted)
                await InboxStore.DropOlderAsync(held.Connection, connection, externalId, events.Max(due => due.OccurredAt), asked);

            await InboxStore.FinishAsync(held.Connection, events, "done", "not there", asked);
        }
        catch (StravaException problem) when (problem.Fault is StravaFault.Unavailable or StravaFault.Refused)
        {
            if (problem.Fault == StravaFault.Unavailable && await PostponeAsync(held, events, problem.Message))
                return;

            await parked.ParkAsync(held.Connection, connection, externalId, problem.Message, options.Value.Ladder, options.Value.Retention);
            await InboxStore.FinishAsync(held.Connection, events, "parked", problem.Message, asked);
        }
    }

    /// <summary>The one event about athletes says that the runner withdrew. An invented one must not delete an account, so Strava is asked.</summary>
    private async Task<bool> HandleAthleteAsync(AdvisoryLock held, Connection connection, IReadOnlyList<PendingEvent> events, DateTimeOffset asked, CancellationToken cancellation)
    {
        try
        {
            await calls.GetAthleteAsync(held, connection.ConnectionId, ApiPriority.Event, cancellation);
            await InboxStore.FinishAsync(held.Connection, events, "ignored", "still authorised", asked);
            return true;
        }
        catch (StravaException problem) when (problem.Fault == StravaFault.Revoked)
        {
            await deletion.DeleteConnectionAsync(connection.ConnectionId, "deauthorized", events.Min(due => due.OccurredAt), cancellation);
            return false;
        }
        catch (StravaException problem) when (problem.Fault == StravaFault.Unavailable)
        {
            if (!await PostponeAsync(held, events, problem.Message))
                await InboxStore.FinishAsync(held.Connection, events, "parked", problem.Message, asked);

            return true;
        }
    }

    private static Task<bool> IsKnownAsync(AdvisoryLock held, Connection connection, IReadOnlyList<PendingEvent> events) => held.Connection.ExecuteScalarAsync<bool>(
        "select exists (select from activities where connection_id = @ConnectionId and external_id = @id and detail_fetched_at > @newest)",
        new { connection.ConnectionId, id = events[0].ObjectExternalId, newest = events.Max(due => due.OccurredAt) + ClockMargin });

    /// <summary>False when the ladder is at its end.</summary>
    private async Task<bool> PostponeAsync(AdvisoryLock held, IReadOnlyList<PendingEvent> events, string reason)
    {
        var attempts = events.Max(due => due.Attempts);
        if (attempts >= options.Value.Ladder.Count)
            return false;

        await InboxStore.PostponeAsync(held.Connection, events, time.GetUtcNow() + options.Value.Ladder[attempts], reason);
        return true;
    }
}
