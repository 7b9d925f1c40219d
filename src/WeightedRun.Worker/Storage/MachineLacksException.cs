namespace WeightedRun.Worker.Storage;

/// <summary>This machine or its settings lack something; the message is one for people and says what to do.</summary>
internal sealed class MachineLacksException(string message, Exception? cause = null) : Exception(message, cause);
