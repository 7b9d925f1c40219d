using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Compliance;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.Runs;

/// <summary>The list of runs by week, one run with its evidence, and the runner's word about it.</summary>
internal static class RunPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/runs", async (HttpContext context, RunnerRuns runs, int? page, CancellationToken cancellation) =>
        {
            var visitor = Visitors.Required(context);
            return Show.Page<RunsPage>(RunList.Of((await runs.ReadAsync(visitor, cancellation)).Runs, visitor, page ?? 0));
        });
        pages.MapGet("/runs/one", ShowAsync);
        pages.MapPost("/runs/tag", TagAsync);
        pages.MapPost("/runs/split", SplitAsync);
        pages.MapPost("/runs/merge", MergeAsync);
    }

    private static async Task<IResult> ShowAsync(string? id, string? done, HttpContext context, RunnerRuns runs, CancellationToken cancellation)
    {
        var visitor = Visitors.Required(context);
        return await runs.FindNearAsync(visitor.RunnerId, new ActivityId(id ?? ""), cancellation) is var (run, near)
            ? Show.Page<RunPage>(OneRun.Of(run, near, visitor) with { Done = done is null ? null : "Noted. Your word holds from now on, and the week is judged by it." })
            : Results.NotFound();
    }

    private static async Task<IResult> TagAsync(HttpContext context, RunnerRuns runs, Tagging.RunnerCorrections corrections, CancellationToken cancellation)
    {
        var visitor = Visitors.Required(context);
        var form = await context.Request.ReadFormAsync(cancellation);
        if (await runs.FindNearAsync(visitor.RunnerId, new ActivityId(form.Text("id") ?? ""), cancellation) is not var (run, near))
            return Results.NotFound();

        var (answer, fault) = TagForm.Read(form, visitor.DigestUnits.IsImperial);
        if (answer is null)
            return Show.Page<RunPage>(OneRun.Of(run, near, visitor) with { Fault = fault, Mass = form.Text("mass") ?? "", Kind = form.Text("kind") ?? "" }, StatusCodes.Status422UnprocessableEntity);

        await corrections.SayAsync(visitor.RunnerId, run.Recordings[0], answer, cancellation);
        return form.Text("back") == "runs" ? Results.LocalRedirect("~/runs") : Results.LocalRedirect($"~/runs/one?id={Uri.EscapeDataString(run.Recordings[0].Value)}&done=1");
    }

    private static async Task<IResult> SplitAsync(HttpContext context, RunnerRuns runs, RunDecisions decisions, CancellationToken cancellation)
    {
        var visitor = Visitors.Required(context);
        var form = await context.Request.ReadFormAsync(cancellation);
        var one = new ActivityId(form.Text("id") ?? "");
        if (await runs.FindAsync(visitor.RunnerId, one, cancellation) is not { Recordings.Count: > 1 } run)
            return Results.NotFound();

        await decisions.SplitAsync(visitor.RunnerId, one, run.Recordings, cancellation);
        return Results.LocalRedirect($"~/runs/one?id={Uri.EscapeDataString(one.Value)}&done=1");
    }

    private static async Task<IResult> MergeAsync(HttpContext context, RunnerRuns runs, RunDecisions decisions, CancellationToken cancellation)
    {
        var visitor = Visitors.Required(context);
        var form = await context.Request.ReadFormAsync(cancellation);
        var (one, other) = (new ActivityId(form.Text("id") ?? ""), new ActivityId(form.Text("other") ?? ""));
        if (await runs.FindNearAsync(visitor.RunnerId, one, cancellation) is not var (run, near) || near.FirstOrDefault(run => run.Recordings.Contains(other)) is not { } same)
            return Results.NotFound();

        await decisions.MergeAsync(visitor.RunnerId, run.Recordings, same.Recordings, cancellation);
        if (await runs.FindNearAsync(visitor.RunnerId, one, cancellation) is var (merged, around) && !merged.Recordings.Contains(other))
            return Show.Page<RunPage>(OneRun.Of(merged, around, visitor) with { MergeFault = "These are legs of one multisport activity, and stay two." }, StatusCodes.Status422UnprocessableEntity);

        return Results.LocalRedirect($"~/runs/one?id={Uri.EscapeDataString(one.Value)}&done=1");
    }
}
