using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Operations;

/// <summary>Section <c>Telemetry</c>.</summary>
internal sealed class TelemetryOptions : ISettings
{
    public static string Section => "Telemetry";

    /// <summary>Where metrics and traces go by OTLP over HTTP, such as <c>http://localhost:4318/</c>. Empty: nowhere.</summary>
    public Uri? OtlpEndpoint { get; set; }

    /// <summary>Whether log lines are JSON objects instead of text.</summary>
    public bool LogsAsJson { get; set; }

    public IEnumerable<WrongSetting> FindWrong() => [];
}
