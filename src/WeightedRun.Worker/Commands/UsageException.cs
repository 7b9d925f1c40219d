namespace WeightedRun.Worker.Commands;

/// <summary>An option's value is wrong; the message says which, what was expected and what to write instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
