using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Questions;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Digest.Sentences;

namespace WeightedRun.Worker.Digest;

/// <summary>At most one question a week: first what the words leave open, then what the heart rate makes doubtful, then a load that nobody told. Not asked when it cannot be answered.</summary>
internal sealed class DigestQuestions(TrainingLog log, RunnerProfile profile, DigestSentences sentences, DigestLinks links)
{
    // A title is quoted, not recited.
    private const int MaxTitle = 60;

    public DigestQuestion? About(Week week, int refusals)
    {
        foreach (var (kind, run) in Candidates(week, refusals))
        {
            if (links.Answer(kind, run.Id) is { } answers && Answers(answers) is { Count: > 0 } shown)
                return new DigestQuestion(sentences.Question(kind, InWords(run), run.Date), shown);
        }

        return null;
    }

    private IEnumerable<(DigestQuestionKind Kind, Session Run)> Candidates(Week week, int refusals)
    {
        var runs = log.In(week);
        foreach (var run in runs.Where(run => run.IsSuspected))
            yield return (DigestQuestionKind.Weighted, run);

        foreach (var question in WeightQuestions.About(log, profile, week, refusals))
            yield return (question.Code == WeightQuestion.WasItWeighted ? DigestQuestionKind.Weighted : DigestQuestionKind.ReallyWeighted, runs.First(run => run.Id == question.Activity));

        foreach (var run in runs.Where(run => run.IsTagged && run.Parts.Any(part => part.Load?.Questions.Contains(TagQuestion.Load) == true)))
            yield return (DigestQuestionKind.Load, run);
    }

    private string InWords(Session run) => run.Parts[0].Title is { } title && DigestText.OneLine(title, MaxTitle) is { Length: > 0 } line
        ? $"\"{line}\""
        : run.Distance is { } distance ? sentences.Units.Distance(distance) : "–";

    private List<DigestLink> Answers(AnswerLinks answers)
    {
        var words = sentences.LinkWords;
        (string Text, string? Url)[] all = [(words.Yes, answers.Yes), (words.No, answers.No), (words.Tell, answers.Tell), (words.Never, answers.Never)];
        return [.. all.Where(link => link.Url is not null).Select(link => new DigestLink(link.Text, link.Url!))];
    }
}
