using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Operations;

/// <summary>Metrics and traces by OTLP where an endpoint is set, and the shape of log lines.</summary>
internal static class TelemetrySetup
{
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration.Read<TelemetryOptions>().OtlpEndpoint is not { } endpoint)
            return builder;

        // Requests are measured by route and leave no span: their paths hold secrets (webhooks, signed links). What they ask for leaves one all the same.
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("weightedrun", serviceVersion: typeof(TelemetrySetup).Assembly.GetName().Version?.ToString()))
            .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting", "System.Net.Http", "System.Runtime", "Npgsql").AddOtlpExporter(otlp => To(otlp, endpoint, "v1/metrics")))
            .WithTracing(traces => traces.SetSampler(new AlwaysOnSampler()).AddSource(Telemetry.Name, "System.Net.Http", "Npgsql").AddOtlpExporter(otlp => To(otlp, endpoint, "v1/traces")));
        return builder;
    }

    private static void To(OtlpExporterOptions otlp, Uri endpoint, string path) =>
        (otlp.Protocol, otlp.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri($"{endpoint.ToString().TrimEnd('/')}/{path}"));

    /// <summary>Text for people, or one JSON object a line with its scopes, so that everything of one job can be found by its trace.</summary>
    public static ILoggingBuilder AddLines(this ILoggingBuilder logging, IConfiguration configuration) =>
        configuration.Read<TelemetryOptions>().LogsAsJson
            ? logging.AddJsonConsole(console => (console.IncludeScopes, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, "O"))
            : logging.AddSimpleConsole(console => console.SingleLine = true);
}
