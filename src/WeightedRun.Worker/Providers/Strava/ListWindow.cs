namespace WeightedRun.Worker.Providers.Strava;

/// <summary>A stretch of time of which the list is read page by page, whichever end Strava begins at.</summary>
internal readonly record struct ListWindow(DateTimeOffset After, DateTimeOffset Before)
{
    /// <summary>
    /// What is left after a page whose starts are given in Strava's order; null when the page was the last. A second of overlap catches
    /// activities of the same second, and the caller meets those at the seam twice.
    /// </summary>
    public ListWindow? Next(IReadOnlyList<DateTimeOffset> starts, int pageSize)
    {
        if (starts.Count < pageSize)
            return null;

        var (oldest, newest) = (starts.Min(), starts.Max());
        var isNewestFirst = starts[0] >= starts[^1];
        var rest = isNewestFirst ? this with { Before = oldest.AddSeconds(1) } : this with { After = newest.AddSeconds(-1) };
        // A whole page within one second: step over it rather than read it for ever.
        if (rest == this)
            rest = isNewestFirst ? this with { Before = oldest } : this with { After = newest };

        return rest.After < rest.Before ? rest : null;
    }
}
