namespace WeightedRun.Worker.Digest.Links;

/// <summary><c>/run/TOKEN</c>: the runner's word about a run, from a link in the digest.</summary>
internal static class RunLinkEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/run/{token}", (string token, RunLinks links, LinkResults results, HttpContext context) =>
            links.Open(token) is { } link ? results.Show(context, PageOf(link)) : results.Stale(context));
        endpoints.MapPost("/run/{token}", TakeAsync);
    }

    private static async Task<IResult> TakeAsync(string token, RunLinks links, RunAnswers answers, LinkResults results, HttpContext context, CancellationToken cancellation)
    {
        if (links.Open(token) is not { } link)
            return results.Stale(context);

        if (!await results.IsOursAsync(context))
            return results.NotThisBrowser(context);

        if (!RunForm.TryRead(await context.Request.ReadFormAsync(cancellation), out var answer, out var problem))
            return results.Show(context, PageOf(link) with { Lines = [problem!] }, StatusCodes.Status400BadRequest);

        await answers.TakeAsync(link, answer, cancellation);
        return results.Show(context, new LinkText("Thank you", [answer switch
        {
            null => "We will not ask such questions any more.",
            { IsWeighted: true } => "The run counts as one with weight, and stays so whatever its title says. The next digest tells what changed.",
            _ => "The run counts as one without weight, and stays so whatever its title says. The next digest tells what changed.",
        }]));
    }

    private static LinkText PageOf(RunLink link) => link.Answer switch
    {
        RunLinkAnswer.Yes => new LinkText("Was this run with weight?", [], new LinkButton("Yes, with weight", "yes"), new LinkButton("Yes, and this is how much", "load", AsksForLoad: true)),
        RunLinkAnswer.No => new LinkText("Was this run without weight?", [], new LinkButton("Yes, without weight", "no")),
        RunLinkAnswer.Never => new LinkText("No more such questions?", ["A run that may have been with weight then counts as one without."], new LinkButton("Ask no more", "never")),
        _ => new LinkText("What did you carry on this run?", [], new LinkButton("This is what I carried", "load", AsksForLoad: true), new LinkButton("Nothing: not weighted", "no")),
    };
}
