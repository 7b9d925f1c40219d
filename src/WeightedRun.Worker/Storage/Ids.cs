namespace WeightedRun.Worker.Storage;

/// <summary>A runner of this installation.</summary>
internal readonly record struct RunnerId(long Value);

/// <summary>One authorisation of one runner at one provider.</summary>
internal readonly record struct ConnectionId(long Value);

/// <summary>One event as a provider pushed it.</summary>
internal readonly record struct InboxEventId(long Value);

/// <summary>One stored activity.</summary>
internal readonly record struct ActivityRowId(long Value);
