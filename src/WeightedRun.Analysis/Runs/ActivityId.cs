namespace WeightedRun.Analysis.Runs;

/// <summary>The name of one activity, unique within a runner's log, e.g. <c>strava:12070555079</c>. Compared ordinally.</summary>
public readonly record struct ActivityId(string Value) : IComparable<ActivityId>
{
    /// <inheritdoc />
    public int CompareTo(ActivityId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The name itself.</summary>
    public override string ToString() => Value;

    /// <summary>Ordinal order.</summary>
    public static bool operator <(ActivityId left, ActivityId right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator >(ActivityId left, ActivityId right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator <=(ActivityId left, ActivityId right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator >=(ActivityId left, ActivityId right) => left.CompareTo(right) >= 0;
}
