using Microsoft.AspNetCore.Authentication;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Web.Admin;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Web.SignIn;

/// <summary>Signing in by a link in a mail, and out again. There are no passwords to lose.</summary>
internal static class SignInPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/sign-in", (HttpContext context) => SignedIn.Runner(context) is null ? Show.Page<SignInPage>(new SignInView(null)) : Results.LocalRedirect("~/week"));
        pages.MapPost("/sign-in", SendAsync).RequireRateLimiting(RateLimits.MailLink);
        // A mail scanner follows links; only a person presses the button.
        pages.MapGet("/sign-in/{token}", (string token, MailLinks links) => links.IsOpen(token)
            ? Show.Page<UseLinkPage>(new UseLinkView($"sign-in/{token}", "Sign in"))
            : Stale("sign-in")).RequireRateLimiting(RateLimits.SignIn);
        pages.MapPost("/sign-in/{token}", UseAsync).RequireRateLimiting(RateLimits.SignIn);
        pages.MapPost("/sign-out", async (HttpContext context) =>
        {
            await context.SignOutAsync(RunnerSession.Scheme);
            await context.SignOutAsync(AdminSessions.Scheme);
            return Results.LocalRedirect("~/");
        });
    }

    public static IResult Stale(string again) => Show.Page<MessagePage>(
        new MessageView("This link has run out", ["A link works once, for fifteen minutes after it was sent."], new PageLink(again, "Ask for a new one")), StatusCodes.Status410Gone);

    private static async Task<IResult> SendAsync(HttpContext context, MailLinks links, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        if (!EmailAddress.TryParse(form.Text("email"), out var email))
            return Show.Page<SignInPage>(new SignInView("That is no e-mail address. Write it like ann@example.org."), StatusCodes.Status422UnprocessableEntity);

        // The same words whatever becomes of it: they tell nobody who uses this installation.
        await links.SendAsync(email, cancellation);
        return MessagePages.Show(StatusCodes.Status200OK, "Look into your mailbox", "If that address is right, a link is on its way to it. It works once, for fifteen minutes.");
    }

    private static async Task<IResult> UseAsync(string token, HttpContext context, MailLinks links, CancellationToken cancellation)
    {
        if (await links.UseAsync(token, cancellation) is not { } runner)
            return Stale("sign-in");

        await RunnerSession.BeginAsync(context, runner);
        return Results.LocalRedirect("~/week");
    }
}
