namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>A period of recording that is asked for at once: 30 days at most. The second at its end is not in it.</summary>
internal readonly record struct BackfillWindow(DateTimeOffset From, DateTimeOffset Until)
{
    private const int LongestDays = 30;

    /// <summary>
    /// The windows of a period, the newest first. Their edges are the same for each call of the same period: a window that was asked for is known again.
    /// </summary>
    public static IEnumerable<BackfillWindow> Over(DateTimeOffset from, DateTimeOffset until)
    {
        for (var end = until; end > from; end = end.AddDays(-LongestDays))
            yield return new BackfillWindow(end.AddDays(-LongestDays) is var start && start > from ? start : from, end);
    }
}

/// <summary>What became of a window.</summary>
internal enum BackfillOutcome
{
    /// <summary>What there is will come as notifications.</summary>
    Accepted,

    /// <summary>It was asked for before: as good as accepted.</summary>
    AskedBefore,

    /// <summary>The runner left the switch for historical data off.</summary>
    MissingPermission,

    /// <summary>Garmin did not enable backfill for this application.</summary>
    NotProvisioned,
}
