namespace WeightedRun.Worker.Scheduling;

/// <summary>
/// The queues by priority. Hangfire's storage takes them in the order of the alphabet, whatever order a server names them in:
/// the letter in front is the priority.
/// </summary>
internal static class Queues
{
    public const string Events = "a-events";
    public const string Digests = "b-digests";
    public const string Reconcile = "c-reconcile";
    public const string Backfill = "d-backfill";
    public const string Upkeep = "e-upkeep";

    public static readonly string[] All = [Events, Digests, Reconcile, Backfill, Upkeep];
}
