using System.Reflection;
using Hangfire.Common;
using Hangfire.States;
using WeightedRun.Worker.Operations;

namespace WeightedRun.Worker.Scheduling;

/// <summary>Turns <see cref="RetryLaterException"/> into a later start. Runs before AutomaticRetry (order 20), which then sees no failure and counts no attempt.</summary>
internal sealed class RetryLaterFilter : JobFilterAttribute, IElectStateFilter
{
    public RetryLaterFilter() => Order = 10;

    public void OnStateElection(ElectStateContext context)
    {
        if (context.CandidateState is FailedState failed && Find(failed.Exception) is { } later)
            context.CandidateState = new ScheduledState(later.Until.UtcDateTime) { Reason = later.Reason };
    }

    private static RetryLaterException? Find(Exception? problem) => problem switch
    {
        RetryLaterException later => later,
        TargetInvocationException or AggregateException => Find(problem.InnerException),
        _ => null,
    };
}
