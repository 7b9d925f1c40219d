using System.CommandLine;

namespace WeightedRun.Worker.Commands;

/// <summary><c>digest</c>: what would be sent, what ended badly, and an admin's word about it.</summary>
internal static class DigestCommand
{
    public static Command Create() => new("digest", "Look at digests before they are sent, and at those that were not.") { WhatIf(), List(), Resend(), Test(), AfterRestore() };

    private static Command WhatIf()
    {
        var runner = new Option<string?>("--runner") { Description = "Whose: the runner's number or e-mail address." };
        var all = new Option<bool>("--all") { Description = "Everybody who gets one." };
        var week = new Option<string?>("--week") { Description = "The ISO week, such as 2025-W10. Without it: the last one that is over by the runner's clock." };
        var output = new Option<string?>("--out") { Description = "A folder for RUNNER.html and RUNNER.txt." };
        var command = new Command("what-if", "Do everything but the sending, and say as JSON lines what would be sent.") { runner, all, week, output };
        command.Do((parsed, cancellation) =>
        {
            var (who, everybody) = (parsed.GetValue(runner), parsed.GetValue(all));
            if (who is null != everybody)
                throw new UsageException("Name either --runner or --all.");

            return new DigestRun(TimeProvider.System).SupposeAsync(who, ReportRequest.WeekOf(parsed.GetValue(week)), ReportRequest.FolderOf(parsed.GetValue(output)), cancellation);
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Name the digests that failed or of which nobody can say whether they were delivered, as JSON lines.");
        command.Do((_, cancellation) => new DigestRun(TimeProvider.System).ListAsync(cancellation));
        return command;
    }

    private static Command Resend()
    {
        var id = new Argument<long>("ID") { Description = "The digest's number, from weightedrun digest list." };
        var command = new Command("resend", "Compose and send a failed or ambiguous digest again. Whoever got it before gets it a second time.") { id };
        command.Do((parsed, cancellation) => new DigestRun(TimeProvider.System).ResendAsync(parsed.GetValue(id), cancellation));
        return command;
    }

    private static Command AfterRestore()
    {
        var command = new Command("after-restore", "Hold back what has become due since a copy of the database was made: nobody can say whether it was delivered.");
        command.Do((_, cancellation) => new DigestRun(TimeProvider.System).AfterRestoreAsync(cancellation));
        return command;
    }

    private static Command Test()
    {
        var runner = new Option<string>("--runner") { Description = "To whom: the runner's number or e-mail address.", Required = true };
        var command = new Command("test", "Send last week's digest, marked as a test, to a runner's confirmed address. The real one comes all the same.") { runner };
        command.Do((parsed, cancellation) => new DigestRun(TimeProvider.System).TestAsync(parsed.GetValue(runner)!, cancellation));
        return command;
    }
}
