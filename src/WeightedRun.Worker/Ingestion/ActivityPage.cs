using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Ingestion;

/// <summary>A page of activities turned into one array per column, as <c>unnest</c> takes them.</summary>
internal sealed class ActivityPage
{
    private readonly IReadOnlyList<IncomingActivity> _rows;

    public ActivityPage(IEnumerable<IncomingActivity> activities) =>
        // Pages of a provider shift while they are read: the same activity may come twice, and the later word holds.
        _rows = [.. activities.Reverse().DistinctBy(activity => (activity.Source, activity.ExternalId))];

    public int Count => _rows.Count;

    public object Columns(RunnerId runner, ConnectionId? connection, DateTimeOffset now, DateTimeOffset? expiresAt) => new
    {
        runner,
        connection = connection?.Value,
        now,
        expiresAt,
        source = Column(row => row.Source),
        external_id = Column(row => row.ExternalId),
        start_at = Column(row => row.StartAt?.UtcDateTime),
        start_local = Column(row => DateTime.SpecifyKind(row.StartLocal, DateTimeKind.Unspecified)),
        utc_offset_s = Column(row => (int?)row.UtcOffset?.TotalSeconds),
        time_zone = Column(row => Clean(row.TimeZone)),
        sport = Column(row => StoredName.Of(row.Sport)),
        provider_sport = Column(row => Clean(row.ProviderSport)),
        surface = Column(row => StoredName.Of(row.Surface)),
        distance_m = Column(row => row.Distance?.Meters),
        moving_s = Column(row => row.MovingTime?.TotalSeconds),
        elapsed_s = Column(row => row.ElapsedTime?.TotalSeconds),
        timer_s = Column(row => row.TimerTime?.TotalSeconds),
        elevation_gain_m = Column(row => row.ElevationGain?.Meters),
        avg_hr_bpm = Column(row => row.AverageHeartRateBpm),
        max_hr_bpm = Column(row => row.MaxHeartRateBpm),
        avg_cadence_spm = Column(row => row.AverageCadenceSpm),
        temperature_c = Column(row => row.TemperatureCelsius),
        is_manual = Column(row => row.IsManual),
        is_commute = Column(row => row.IsCommute),
        is_private = Column(row => row.IsPrivate),
        workout_type = Column(row => (short)row.WorkoutType),
        title = Column(row => Clean(row.Title)),
        gear_id = Column(row => Clean(row.GearId)),
        device = Column(row => Clean(row.Device)),
        body_mass_kg = Column(row => row.BodyMass?.Kilograms),
        carried_mass_kg = Column(row => row.CarriedMass?.Kilograms),
        external_ids = Column(row => string.Join(' ', row.ExternalIds)),
        is_parent = Column(row => row.IsParent),
        parent_external_id = Column(row => Clean(row.ParentExternalId)),
        has_detail = Column(row => row.Detail is not null),
        description = Column(row => Clean(row.Detail?.Description)),
        private_note = Column(row => Clean(row.Detail?.PrivateNote)),
        gear_name = Column(row => Clean(row.Detail?.GearName)),
    };

    private T[] Column<T>(Func<IncomingActivity, T> of) => [.. _rows.Select(of)];

    // PostgreSQL's text holds every character but this one.
    private static string? Clean(string? text) => text?.Replace("\0", "", StringComparison.Ordinal);
}
