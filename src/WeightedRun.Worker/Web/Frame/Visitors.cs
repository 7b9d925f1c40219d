using Dapper;
using Microsoft.AspNetCore.Authentication;
using Npgsql;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Web.Frame;

/// <summary>Reads who visits, and what is wrong with his data, in one trip to the database.</summary>
internal sealed class Visitors(NpgsqlDataSource source, TimeProvider time)
{
    private static readonly object Key = new();
    private static readonly TimeSpan KeyNotice = TimeSpan.FromDays(7);

    /// <summary>Null on pages for everybody.</summary>
    public static Visitor? Of(HttpContext context) => context.Items[Key] as Visitor;

    /// <summary>On pages for runners.</summary>
    public static Visitor Required(HttpContext context) => Of(context) ?? throw new InvalidOperationException($"{context.Request.Path} is not among the pages for runners");

    /// <summary>Lets a runner in who still exists; a cookie outlives a deleted account.</summary>
    public static async ValueTask<object?> WelcomeAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var context = call.HttpContext;
        if (SignedIn.Runner(context) is not { } runner
            || await context.RequestServices.GetRequiredService<Visitors>().FindAsync(runner, context.RequestAborted) is not { LeavingAt: null } visitor)
        {
            await context.SignOutAsync(RunnerSession.Scheme);
            return Results.LocalRedirect("~/sign-in");
        }

        context.Items[Key] = visitor;
        return await next(call);
    }

    private async Task<Visitor?> FindAsync(RunnerId runner, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var answers = await connection.QueryMultipleAsync(
            """
            select runner_id, email, email_confirmed_at, time_zone, units, language, week_starts_on, health_notice_at, leaving_at from runners where runner_id = @runner;
            select provider, state, access_token_expires_at as ends_at from connections
            where runner_id = @runner and (state = 'broken' or (refresh_token_encrypted is null and access_token_expires_at < @soon)) order by provider;
            select email from address_requests where runner_id = @runner and not exists (
                select from runners where runners.runner_id = @runner and lower(runners.email) = lower(address_requests.email) and email_confirmed_at is not null);
            select state from digests where runner_id = @runner and state in ('failed', 'ambiguous') and due_at > @lately order by due_at desc limit 1;
            """,
            new { runner, soon = now + KeyNotice, lately = now.AddDays(-7) });
        var visitor = await answers.ReadSingleOrDefaultAsync<Visitor>();
        var connections = await answers.ReadAsync<ConnectionProblem>();
        var unconfirmed = await answers.ReadSingleOrDefaultAsync<string>();
        var digest = await answers.ReadSingleOrDefaultAsync<string>();
        return visitor is null ? null : visitor with { Problems = [.. connections.Select(broken => broken.ToView(visitor)), .. MailProblems(unconfirmed, digest)] };
    }

    private static IEnumerable<ProblemView> MailProblems(string? unconfirmed, string? digest)
    {
        if (unconfirmed is not null)
            yield return new ProblemView($"{unconfirmed} is not confirmed yet: no digest goes there until you follow the link in our mail.", new PageLink("settings", "Send it again"));

        if (digest == "failed")
            yield return new ProblemView("Your last digest could not be delivered.", new PageLink("settings", "Check the address"));
        else if (digest == "ambiguous")
            yield return new ProblemView("Your last digest may not have arrived. It is here as well.", new PageLink("week", "Read it"));
    }

    private sealed record ConnectionProblem
    {
        public required string Provider { get; init; }

        public required string State { get; init; }

        public DateTimeOffset? EndsAt { get; init; }

        public ProblemView ToView(Visitor visitor) => new(
            State == "broken"
                ? $"{ProviderNames.Of(Provider)} no longer lets us see your runs."
                : FormattableString.Invariant($"Your key for {ProviderNames.Of(Provider)} ends on {visitor.LocalTime(EndsAt!.Value):d MMMM}."),
            new PageLink("connections", "Connect again"));
    }
}
