using Dapper;
using Microsoft.Extensions.Options;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>What notices about activities come to: summaries that were pushed, summaries behind an address, recordings behind an address that answers once.</summary>
internal sealed class GarminArrivals(GarminPartnerDeliveries deliveries, GarminNotices notices, ActivityPages pages, IOptions<GarminPartnerOptions> options, TimeProvider time)
{
    // An address answers for a day.
    private static readonly TimeSpan[] Ladder = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(3), TimeSpan.FromHours(12)];

    /// <summary>All that were pushed, in one page.</summary>
    public async Task StoreAsync(AdvisoryLock held, Connection connection, IReadOnlyList<PendingNotice> pushed, CancellationToken cancellation)
    {
        var rows = pushed.Select(pending => (Pending: pending, Row: GarminPartnerMapping.ToIncoming(pending.Notice)?.ToRow())).ToList();
        await StoreAsync(held, connection, rows.Select(row => row.Row).OfType<IncomingActivity>(), cancellation);
        await notices.FinishAsync(held, [.. rows.Where(row => row.Row is not null).Select(row => row.Pending)], "done", null);
        await notices.FinishAsync(held, [.. rows.Where(row => row.Row is null).Select(row => row.Pending)], "ignored", "without a number or a start it cannot be placed");
    }

    public async Task FetchAsync(AdvisoryLock held, Connection connection, PendingNotice pending, CancellationToken cancellation)
    {
        if (Callback.Parse(pending.Notice.CallbackUrl, options.Value.ApiBaseUrl) is not { } callback)
        {
            await notices.FinishAsync(held, [pending], "ignored", "its address is not one of Garmin's");
            return;
        }

        try
        {
            var (state, reason) = pending.Notice.Kind == NoticeKind.ActivityFile
                ? await FetchFileAsync(held, connection, pending, callback, cancellation)
                : await FetchSummariesAsync(held, connection, callback, cancellation);
            await notices.FinishAsync(held, [pending], state, reason);
        }
        catch (GarminException problem) when (problem.Fault is GarminFault.Unavailable or GarminFault.RateLimited && pending.Attempts < Ladder.Length)
        {
            var pause = problem.RetryAfter is { } asked && asked > Ladder[pending.Attempts] ? asked : Ladder[pending.Attempts];
            await GarminNotices.PostponeAsync(held, pending, time.GetUtcNow() + pause, problem.Message);
        }
        catch (GarminException problem)
        {
            await notices.FinishAsync(held, [pending], "parked", problem.Message);
        }
    }

    private async Task<(string State, string? Reason)> FetchSummariesAsync(AdvisoryLock held, Connection connection, Callback callback, CancellationToken cancellation)
    {
        var told = await deliveries.ReadActivitiesAsync(callback, cancellation);
        // The ping named the user; what is another's there is not believed.
        var rows = told.Where(notice => notice.UserId is null || notice.UserId == connection.ExternalId).Select(GarminPartnerMapping.ToIncoming).OfType<GarminActivity>();
        await StoreAsync(held, connection, rows.Select(row => row.ToRow()), cancellation);
        return ("done", null);
    }

    private async Task<(string State, string? Reason)> FetchFileAsync(AdvisoryLock held, Connection connection, PendingNotice pending, Callback callback, CancellationToken cancellation)
    {
        if (GarminPartnerMapping.IdOf(pending.Notice) is not { } activityId || !GarminSports.Of(pending.Notice["activityType"]).IsOnFoot())
            return ("ignored", "not of an activity on foot");

        using var folder = new DownloadFolder();
        if (await notices.ReadFileAsync(held, connection.ConnectionId, pending) is { } content)
        {
            await File.WriteAllBytesAsync(folder.File, content, cancellation);
        }
        else
        {
            // Not cancellable: the file answers once, and what is not stored then is lost.
            if (await deliveries.DownloadAsync(callback, folder.File, CancellationToken.None) is null)
                return ("parked", "the file was fetched before, or a day has passed");

            await notices.SaveFileAsync(held, connection.ConnectionId, pending, await File.ReadAllBytesAsync(folder.File, CancellationToken.None));
        }

        var offset = await held.Connection.ExecuteScalarAsync<int?>(
            "select utc_offset_s from activities where connection_id = @ConnectionId and source = @Provider and external_id = @activityId", new { connection.ConnectionId, GarminPartnerOptions.Provider, activityId });
        var read = Files.ActivityFiles.Read([folder.File], new Files.ReadOptions { Parallelism = 1, Cancellation = cancellation });
        var rows = GarminRecordings.Rows(read, GarminPartnerOptions.Provider, activityId, offset is { } seconds ? TimeSpan.FromSeconds(seconds) : null, callback.FileId);
        await StoreAsync(held, connection, rows, cancellation);
        return rows.Count > 0 ? ("done", null) : ("parked", "the file cannot be read");
    }

    private Task StoreAsync(AdvisoryLock held, Connection connection, IEnumerable<IncomingActivity> rows, CancellationToken cancellation) =>
        pages.StoreAsync(held, connection, [.. rows], options.Value.Retention, cancellation);
}
