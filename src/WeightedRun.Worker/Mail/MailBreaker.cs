using Polly;
using Polly.CircuitBreaker;

namespace WeightedRun.Worker.Mail;

/// <summary>Leaves a mail server alone for a minute when it could not be spoken to three times: nobody's digest gets through then.</summary>
internal sealed class MailBreaker(TimeProvider time)
{
    private readonly ResiliencePipeline<Delivery> _pipeline = new ResiliencePipelineBuilder<Delivery> { TimeProvider = time }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Delivery>
        {
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is { Outcome: DeliveryOutcome.Unreachable }),
            MinimumThroughput = 3,
            FailureRatio = 0.9,
            SamplingDuration = TimeSpan.FromMinutes(1),
            BreakDuration = TimeSpan.FromMinutes(1),
        })
        .Build();

    /// <summary>While the server is left alone: <see cref="DeliveryOutcome.Unreachable"/>, without trying.</summary>
    public async Task<Delivery> DeliverAsync(Func<Task<Delivery>> deliver)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async _ => await deliver());
        }
        catch (BrokenCircuitException)
        {
            return new Delivery(DeliveryOutcome.Unreachable, "the mail server could not be reached a moment ago");
        }
    }
}
