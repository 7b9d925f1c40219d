namespace WeightedRun.Worker.Commands;

/// <summary>What came in cannot be used; the message says which, where, what was expected and what to do.</summary>
internal sealed class BadInputException(string message) : Exception(message);
