using System.Diagnostics;
using System.Reflection;
using Hangfire.Client;
using Hangfire.Common;
using Hangfire.Server;
using WeightedRun.Worker.Operations;

namespace WeightedRun.Worker.Scheduling;

/// <summary>Each run of a job is a span and a measurement, under the trace of what asked for it: an event's receipt, or the job before.</summary>
internal sealed class JobTelemetryFilter : JobFilterAttribute, IClientFilter, IServerFilter
{
    private const string Parent = "traceparent";
    private const string Running = "span";
    private const string Begun = "begun";

    public void OnCreating(CreatingContext context)
    {
        if (Activity.Current?.Id is { } parent)
            context.SetJobParameter(Parent, parent);
    }

    public void OnCreated(CreatedContext context)
    {
    }

    public void OnPerforming(PerformingContext context)
    {
        var job = context.BackgroundJob;
        context.Items[Begun] = Stopwatch.GetTimestamp();
        // A span of its own even where nobody listens, so that log lines of one job carry one trace.
        var span = Telemetry.Spans.StartActivity(NameOf(job.Job), ActivityKind.Consumer, context.GetJobParameter<string>(Parent)) ?? new Activity(NameOf(job.Job)).Start();
        span.SetTag("job.id", job.Id);
        span.SetTag("job.arguments", string.Join(',', job.Job.Args.Where(argument => argument is not CancellationToken)));
        context.Items[Running] = span;
    }

    public void OnPerformed(PerformedContext context)
    {
        var outcome = OutcomeOf(context.Exception);
        if (context.Items.TryGetValue(Begun, out var begun))
            Telemetry.TimeJob(NameOf(context.BackgroundJob.Job), outcome, Stopwatch.GetElapsedTime((long)begun));

        if (context.Items.TryGetValue(Running, out var running) && running is Activity span)
        {
            span.SetTag("job.outcome", outcome);
            span.SetStatus(outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
            span.Dispose();
        }
    }

    private static string NameOf(Job job) => JobNames.Of(job.Type);

    private static string OutcomeOf(Exception? problem) => problem switch
    {
        null => "done",
        RetryLaterException => "later",
        JobPerformanceException or TargetInvocationException or AggregateException => OutcomeOf(problem.InnerException ?? new InvalidOperationException()),
        OperationCanceledException => "stopped",
        _ => "failed",
    };
}
