using WeightedRun.Worker.Ingestion;

namespace WeightedRun.Worker.Providers;

/// <summary>An activity from Garmin and its place in a multisport activity, whose parts are counted and which itself is not.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="IsParent">It encloses others.</param>
/// <param name="ParentId">Garmin's number of the activity that encloses it.</param>
internal sealed record GarminActivity(IncomingActivity Activity, bool IsParent, string? ParentId)
{
    public IncomingActivity ToRow() => Activity with { IsParent = IsParent, ParentExternalId = ParentId };
}
