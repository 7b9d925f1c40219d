namespace WeightedRun.Sandbox.Demo;

/// <summary>The demo cannot go on; the message says where it stopped.</summary>
internal sealed class DemoStuckException(string message) : Exception(message);
