namespace WeightedRun.Worker.Web.Trends;

/// <summary>The charts of half a year.</summary>
public sealed record TrendsView(IReadOnlyList<ChartView> Charts);

/// <summary>One chart, drawn and as a table: nothing is lost without the picture.</summary>
public sealed record ChartView
{
    public required string Heading { get; init; }

    /// <summary>What the picture shows, in a sentence.</summary>
    public required string Summary { get; init; }

    public required string AxisUnit { get; init; }

    public required IReadOnlyList<MarkView> Marks { get; init; }

    /// <summary>Lines across, with their labels.</summary>
    public required IReadOnlyList<(double Y, string Label)> Ticks { get; init; }

    public (double Top, double Bottom)? Band { get; init; }

    /// <summary>The legend, in words; empty where one sort of mark needs none.</summary>
    public required string Legend { get; init; }

    public required string FirstDay { get; init; }

    public required string LastDay { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }
}

/// <summary>A bar, a dot or a ring, in the picture's own units: 720 wide, 220 high.</summary>
public sealed record MarkView(MarkShape Shape, double X, double Y, double Width);

public enum MarkShape
{
    Bar,
    Dot,
    Ring,
}
