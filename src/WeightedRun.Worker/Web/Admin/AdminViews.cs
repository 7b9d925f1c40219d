namespace WeightedRun.Worker.Web.Admin;

public sealed record AdminSignInView(bool HasPassword, bool HasMail, string? Fault);

/// <summary>How the machine is, in tables.</summary>
public sealed record OperationsView(IReadOnlyList<FigureTable> Tables, IReadOnlyList<UndeliveredView> Undelivered, string Version);

public sealed record FigureTable(string Heading, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A digest that failed, or of which nobody knows.</summary>
public sealed record UndeliveredView
{
    public required long DigestId { get; init; }

    public required long RunnerId { get; init; }

    public required string Week { get; init; }

    public required string State { get; init; }

    public required string Reason { get; init; }
}
