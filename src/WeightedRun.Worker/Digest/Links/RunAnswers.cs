using WeightedRun.Analysis.Loads;
using WeightedRun.Worker.Tagging;

namespace WeightedRun.Worker.Digest.Links;

/// <summary>Does what the runner answered. The weeks it touches are judged anew whenever they are next looked at, because verdicts are not stored.</summary>
internal sealed class RunAnswers(RunnerCorrections corrections, QuestionMemory questions)
{
    /// <summary>Said again, the same answer changes nothing.</summary>
    /// <param name="link">What the answer is about.</param>
    /// <param name="answer">Weighted or not, and with what; null for "ask no more".</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task TakeAsync(RunLink link, RunnerAnswer? answer, CancellationToken cancellation)
    {
        if (answer is null)
        {
            if (link.Kind is { } kind)
                await questions.SilenceAsync(link.Runner, kind, cancellation);

            return;
        }

        var isNew = await corrections.SayAsync(link.Runner, link.Run, answer, cancellation);
        if (isNew && link.Kind is { } asked)
            await questions.RecordAsync(link.Runner, asked, isRefusal: !answer.IsWeighted, cancellation);
    }
}
