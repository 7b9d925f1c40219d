namespace WeightedRun.Files.Fit;

/// <summary>Which of a segment's records and laps belong to which of its sessions: a session lasts until the next one starts, the last one until everything ends.</summary>
internal sealed class FitShares
{
    private readonly int[] _places;
    private readonly int[] _records;
    private readonly int[] _laps;

    public FitShares(FitSegment segment)
    {
        var (records, laps) = (segment.Records.Times, segment.LapStarts);
        if (segment.Sessions.Count == 1)
        {
            (_places, _records, _laps) = ([0], [records.Count], [laps.Count]);
            return;
        }

        if (!records.AreAllKept || !laps.AreAllKept)
            segment.Warnings.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"too-many-records: of several sessions only the first {FitTimes.Most} records were shared out; no watch records more than one a second for a week"));

        var sessionStarts = segment.Sessions.ConvertAll(session => session.Start ?? 0);
        uint[] starts = [.. sessionStarts.Distinct().Order()];
        _places = [.. sessionStarts.Select(start => Array.BinarySearch(starts, start))];
        (_records, _laps) = (records.CountFrom(starts), laps.CountFrom(starts));
    }

    public int RecordsOf(int session) => _records[_places[session]];

    public int LapsOf(int session) => _laps[_places[session]];
}
