namespace WeightedRun.Worker.Digest.Schedule;

/// <summary>When a runner wants the digest, and whether at all.</summary>
internal sealed record DigestSettings
{
    public required DigestTime Time { get; init; }

    public required bool IsUnsubscribed { get; init; }

    public required DateTimeOffset NextDueAt { get; init; }
}
