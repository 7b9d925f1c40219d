namespace WeightedRun.Worker.Operations;

/// <summary>Nothing is wrong with the job, only its time has not come: it runs again at <see cref="Until"/> and has failed no attempt.</summary>
internal sealed class RetryLaterException(string reason, DateTimeOffset until) : Exception($"{reason} (again at {until:yyyy-MM-dd HH:mm:ss}Z)")
{
    public DateTimeOffset Until { get; } = until;

    public string Reason { get; } = reason;
}
