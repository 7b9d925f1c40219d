using WeightedRun.Analysis;
using WeightedRun.Analysis.Rules;
using WeightedRun.Analysis.Runs;
using WeightedRun.Files;
using WeightedRun.Worker.Digest;
using WeightedRun.Worker.Digest.Sentences;
using WeightedRun.Worker.Ingestion;

namespace WeightedRun.Worker.Commands;

/// <summary>One run of <c>report</c>: read, tag, analyze, compose, show.</summary>
internal sealed class ReportRun(ReportRequest request, TimeProvider time)
{
    // A folder of broken files is named, not recited.
    private const int MaxProblemsShown = 10;

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        FileImport import;
        using (var progress = new ReadingProgress())
            import = FileImport.Read(request.Paths, request.Zone, time.GetUtcNow(), new ReadOptions { Progress = progress, Cancellation = cancellation });

        foreach (var (file, warning) in import.Warnings.Take(MaxProblemsShown))
            await Console.Error.WriteLineAsync(DigestText.OneLine($"{file}: {warning}", 400));

        if (import.Warnings.Count > MaxProblemsShown)
            await Console.Error.WriteLineAsync($"And {import.Warnings.Count - MaxProblemsShown} more warnings; weightedrun decode shows them all.");

        var notRead = NotRead(import);
        if (import.Activities.Count == 0)
        {
            foreach (var line in notRead.DefaultIfEmpty("There is nothing to read."))
                await Console.Error.WriteLineAsync(line);

            return ExitCode.BadInput;
        }

        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), request.Zone);
        var log = new TrainingLog(import.Activities.Select(imported => imported.Activity), syncedUntil: now.UtcDateTime);
        var week = request.Week ?? Week.Containing(log.Sessions.Count > 0 ? log.Sessions[^1].Date : DateOnly.FromDateTime(now.DateTime));
        var profile = ProfileOf(import, week);
        var report = ComplianceAnalyzer.Analyze(log, profile, Thresholds.Default, week);
        var digest = new DigestComposer(log, profile, Thresholds.Default, DigestSentences.In(DigestLanguage.English, request.IsImperial))
            .Compose(report, new DigestSituation { AsOfLocal = now.DateTime, NotRead = notRead }, DigestLinks.None);
        Console.Out.Write(DigestText.Render(digest, TerminalPaint.ForStandardOutput()));
        return request.OutputFolder is { } folder ? await WriteFilesAsync(folder, report, digest) : ExitCode.Done;
    }

    private static List<string> NotRead(FileImport import)
    {
        var lines = import.Problems.Take(MaxProblemsShown).Select(problem => DigestText.OneLine($"{problem.File}: {problem.Problem.Message}", 400)).ToList();
        if (import.Problems.Count > MaxProblemsShown)
            lines.Add($"And {import.Problems.Count - MaxProblemsShown} more; weightedrun decode lists them all.");

        if (NotRuns(import) is { } others)
            lines.Add(others);

        return lines;
    }

    /// <summary>What was read well and is still not counted, because it is no run.</summary>
    private static string? NotRuns(FileImport import)
    {
        var others = import.Activities.Select(imported => imported.Activity.Sport).Where(sport => !sport.IsRun())
            .CountBy(sport => sport == Sport.Other ? "of a sport that we do not know, or that the file does not name" : JsonNames.Of(sport))
            .OrderByDescending(sport => sport.Value).ThenBy(sport => sport.Key, StringComparer.Ordinal).ToList();
        return others.Count == 0 ? null : $"Read, but no runs, and so not counted: {string.Join(", ", others.Select(sport => $"{sport.Value} {sport.Key}"))}.";
    }

    private RunnerProfile ProfileOf(FileImport import, Week week)
    {
        // What the runner says now holds for the whole log; entered at its start and again this week, so that it is never stale.
        var entries = request.BodyMass is { } mass
            ? new[] { DateOnly.MinValue, week.StartsOn }.Select(date => new BodyMassEntry(date, mass))
            : import.Activities.Where(imported => imported.Recorded.BodyMass is { Kilograms: >= ReportRequest.MinBodyKilograms and <= ReportRequest.MaxBodyKilograms })
                .Select(imported => new BodyMassEntry(DateOnly.FromDateTime(imported.Activity.StartLocal), imported.Recorded.BodyMass!.Value));
        return new RunnerProfile { BirthYear = request.BirthYear, BodyMass = [.. entries] };
    }

    private static async Task<int> WriteFilesAsync(string folder, WeekReport report, WeeklyDigest digest)
    {
        try
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, "digest.html"), await DigestHtml.RenderAsync(digest));
            await File.WriteAllTextAsync(Path.Combine(folder, "digest.txt"), DigestText.Render(digest));
            await using var json = File.Create(Path.Combine(folder, "report.json"));
            WeekReportJson.Write(json, report, isIndented: true);
            await Console.Error.WriteLineAsync($"Written: {Path.Combine(folder, "digest.html")}, digest.txt, report.json");
            return ExitCode.Done;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"--out: {folder} cannot be written ({problem.Message}). Name a folder that this user may write.");
            return ExitCode.MachineLacks;
        }
    }
}
