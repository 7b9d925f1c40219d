using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Digest.Links;
using WeightedRun.Worker.Links;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Digest.Sending;

/// <summary>Where one runner's digest leads to. Each link about a run is signed when it is asked for.</summary>
internal sealed class RunnerLinks(RunLinks runs, UnsubscribeLinks unsubscribe, PublicAddress pages)
{
    public DigestLinks For(RunnerId runner, Week week, IReadOnlyList<RefusalRow> refusals) => new()
    {
        Settings = pages.Of("settings").ToString(),
        Unsubscribe = unsubscribe.Of(runner).ToString(),
        Report = pages.Of($"week/{week.Label}").ToString(),
        Reconnect = _ => pages.Of("connections").ToString(),
        Rule = code => pages.Of(DigestLinks.PlaceOf(code)).ToString(),
        Fix = run => runs.Of(new RunLink(runner, run, null, RunLinkAnswer.Tell)).ToString(),
        Answer = (kind, run) => refusals.Any(refusal => refusal.IsSilenced && refusal.Kind == NameOf(kind)) ? null : AnswersTo(kind, runner, run),
    };

    private AnswerLinks AnswersTo(DigestQuestionKind kind, RunnerId runner, ActivityId run)
    {
        string Link(RunLinkAnswer answer) => runs.Of(new RunLink(runner, run, NameOf(kind), answer)).ToString();

        return kind == DigestQuestionKind.Load
            ? new AnswerLinks { Tell = Link(RunLinkAnswer.Tell), Never = Link(RunLinkAnswer.Never) }
            : new AnswerLinks { Yes = Link(RunLinkAnswer.Yes), No = Link(RunLinkAnswer.No), Never = Link(RunLinkAnswer.Never) };
    }

    private static string NameOf(DigestQuestionKind kind) => StoredName.Of(kind);
}
