using WeightedRun.Worker.Digest;
using WeightedRun.Worker.Digest.Sentences;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Web.Frame;

/// <summary>The signed-in runner, as every page needs him.</summary>
internal sealed record Visitor
{
    public required RunnerId RunnerId { get; init; }

    public string? Email { get; init; }

    public DateTimeOffset? EmailConfirmedAt { get; init; }

    public required string TimeZone { get; init; }

    public required string Units { get; init; }

    public required string Language { get; init; }

    public required short WeekStartsOn { get; init; }

    public DateTimeOffset? HealthNoticeAt { get; init; }

    public DateTimeOffset? LeavingAt { get; init; }

    public IReadOnlyList<ProblemView> Problems { get; init; } = [];

    public TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    public DigestUnits DigestUnits => new(Units == "imperial", DigestCultures.English);

    public DateTime LocalTime(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone).DateTime;

    /// <summary>Records print their members, and an address belongs in no log.</summary>
    public override string ToString() => $"runner {RunnerId.Value}";
}
