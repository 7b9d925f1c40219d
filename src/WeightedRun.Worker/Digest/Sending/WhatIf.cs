using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Providers;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Digest.Sending;

/// <summary>Everything but the sending: what a runner's digest of a week would be at this moment. Nothing is written to the ledger.</summary>
internal sealed class WhatIf(Recipients recipients, DigestPreparation preparation, RunnerRefresh refresh, DigestWriter writer, TimeProvider time)
{
    /// <summary>Of the last week that is over by the runner's clock, unless another is named by a date in it. Null when there is no such runner.</summary>
    public async Task<Supposition?> AskAsync(RunnerId runner, DateOnly? dateInWeek, CancellationToken cancellation)
    {
        if (await recipients.FindAsync(runner, cancellation) is not { } recipient)
            return null;

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), recipient.Zone).DateTime);
        var week = dateInWeek is { } date ? Week.Containing(date, recipient.Profile.WeekStartsOn) : Week.Containing(today, recipient.Profile.WeekStartsOn).AddWeeks(-1);
        var freshness = await refresh.RefreshAsync(runner, cancellation);
        return new Supposition(runner, week, await preparation.ObstacleAsync(recipient, cancellation), freshness.State, await writer.WriteAsync(recipient, week, freshness, cancellation));
    }
}

/// <summary>What would be sent.</summary>
/// <param name="Runner">To whom.</param>
/// <param name="Week">About which week.</param>
/// <param name="Obstacle">Why it would not be sent after all; null when it would.</param>
/// <param name="Data">Whether the runner's providers could be asked.</param>
/// <param name="Digest">What it would say.</param>
internal sealed record Supposition(RunnerId Runner, Week Week, string? Obstacle, FreshnessState Data, WeeklyDigest Digest);
