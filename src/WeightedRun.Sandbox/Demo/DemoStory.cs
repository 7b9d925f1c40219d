using WeightedRun.Sandbox.Demo.Mailbox;

namespace WeightedRun.Sandbox.Demo;

/// <summary>What there is to see, as plain lines.</summary>
internal sealed class DemoStory(IReadOnlyList<RunnerResult> results, MailFolder mails)
{
    public IEnumerable<string> About(Participant who)
    {
        yield return $"{who.Runner.Name}: {who.Runner.Shows}";
        if (mails.NewestTo(who.Runner.Email) is { } newest)
            yield return $"    {newest.Subject}";

        var findings = results.FirstOrDefault(result => result.Email == who.Runner.Email)?.Findings[^1] ?? [];
        foreach (var severity in findings.GroupBy(finding => finding.Severity).OrderByDescending(group => group.Key))
            yield return $"    {severity.Key.ToString()!.ToLowerInvariant()}: {string.Join(", ", severity.Select(finding => finding.Rule).Distinct())}";
    }

    public static IEnumerable<string> Addresses(DemoProduct product, StandIns standIns, MailboxServer mailbox) =>
    [
        $"Mailbox     {mailbox.Address}",
        $"Product     {product.Address}  (connect with Strava as one of the runners, or sign in by mail: the link comes into the mailbox)",
        $"Operations  {new Uri(product.Address, "admin")}  (password {product.AdminPassword})",
        $"Jobs        {new Uri(product.Address, "jobs")}  (the same password)",
        $"Stand-ins   {standIns.Strava.BaseAddress} for Strava, {standIns.Garmin.BaseAddress} for Garmin (docs/strava-stand-in.md)",
    ];
}
