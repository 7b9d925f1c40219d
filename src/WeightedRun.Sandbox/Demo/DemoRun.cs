using System.Diagnostics;
using WeightedRun.Sandbox.Demo.Cast;
using WeightedRun.Sandbox.Demo.Mailbox;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Demo;

/// <summary>One demo from an empty folder to an empty folder.</summary>
internal static class DemoRun
{
    public static async Task RunAsync(DemoOptions options, CancellationToken cancellation)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var weeks = DemoWeeks.EndingAt(DateTimeOffset.UtcNow);
        var clock = new SandboxClock(TimeProvider.System);
        clock.Set(weeks.Joining);
        void Say(string line) => Console.Error.WriteLine($"{Stopwatch.GetElapsedTime(startedAt).TotalSeconds,5:0.0} s  {line}");

        Say("Starting PostgreSQL, the stand-ins for Strava and Garmin, the mailbox and the product ...");
        using var folder = await DemoFolder.TakeAsync(cancellation);
        var mails = new MailFolder(folder.Mails);
        await using var standIns = await StandIns.StartAsync(clock, options.Runners, cancellation);
        await using var mailbox = await MailboxServer.StartAsync(mails, cancellation);
        await using var product = await DemoProduct.StartAsync(folder, standIns, clock, Say, cancellation);
        var ready = Stopwatch.GetElapsedTime(startedAt);

        var participants = TheCast.Of(options.Runners).Select(runner => new Participant(runner, standIns, weeks)).ToList();
        await new DemoCycle(product, standIns, new Joining(product, standIns, mails, weeks), participants, clock, weeks, Say).RunAsync(cancellation);
        participants.ForEach(who => who.Dispose());
        var reader = new DemoResults(product, standIns);
        var results = await reader.ReadAsync(cancellation);
        var summary = await reader.SumUpAsync(results, options.Runners, ready, Stopwatch.GetElapsedTime(startedAt));
        Say("Done.");
        var story = new DemoStory(results, mails);
        foreach (var line in participants.SelectMany(story.About).Append("").Concat(DemoStory.Addresses(product, standIns, mailbox)))
            await Console.Out.WriteLineAsync(line);

        if (options.SummaryFile is { } file)
            await File.WriteAllTextAsync(file, summary.ToJson(), cancellation);

        if (options.StopsAfterwards)
            return;

        await Console.Out.WriteLineAsync("Everything stays up until you press Ctrl-C.");
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
    }
}
