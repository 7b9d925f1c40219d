using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Digest.Sending;
using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Web.Frame;
using WeightedRun.Worker.Web.SignIn;

namespace WeightedRun.Worker.Web.Admin;

/// <summary>The operator's door and his one page. It shows numbers and ids, nothing of what a runner did.</summary>
internal static class AdminPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/admin/sign-in", (IOptions<WebOptions> options) => Ask(options.Value, null));
        pages.MapPost("/admin/sign-in", SignInAsync).RequireRateLimiting(RateLimits.MailLink);
        pages.MapGet("/admin/sign-in/{token}", (string token, MailLinks links) => links.OpenForAdmin(token) is null
            ? SignInPages.Stale("admin/sign-in")
            : Show.Page<UseLinkPage>(new UseLinkView($"admin/sign-in/{token}", "Sign in as admin"))).RequireRateLimiting(RateLimits.SignIn);
        pages.MapPost("/admin/sign-in/{token}", UseAsync).RequireRateLimiting(RateLimits.SignIn);

        var admin = pages.MapGroup("/admin").RequireAuthorization(AdminSessions.Scheme);
        admin.MapGet("", async (OperationsFigures figures, CancellationToken cancellation) => Show.Page<OperationsPage>(await figures.ReadAsync(cancellation)));
        admin.MapPost("/digests/{id:long}/resend", async (long id, DigestLedger ledger, CancellationToken cancellation) =>
            await ledger.ResendAsync(id, cancellation) ? Results.LocalRedirect("~/admin") : Results.NotFound());
    }

    private static RazorComponentResult<AdminSignInPage> Ask(WebOptions options, string? fault) => Show.Page<AdminSignInPage>(
        new AdminSignInView(options.AdminPassword.Length > 0, options.AdminEmails.Length > 0, fault), fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> SignInAsync(HttpContext context, MailLinks links, IOptions<WebOptions> options, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        if (form.Text("email") is { } text)
        {
            // The same words for every address: the list of admins is nobody's business.
            if (options.Value.IsAdmin(text) && EmailAddress.TryParse(text, out var email))
                await links.SendToAdminAsync(email, cancellation);

            return MessagePages.Show(StatusCodes.Status200OK, "Look into your mailbox", "If that address is an admin's, a link is on its way to it. It holds for fifteen minutes.");
        }

        if (!AdminSessions.IsPassword(options.Value.AdminPassword, form["password"]))
            return Ask(options.Value, "That is not the password.");

        await AdminSessions.BeginAsync(context, "password");
        return Results.LocalRedirect("~/admin");
    }

    private static async Task<IResult> UseAsync(string token, HttpContext context, MailLinks links, IOptions<WebOptions> options)
    {
        // Whoever left the list since the mail was sent stays outside.
        if (links.OpenForAdmin(token) is not { } email || !options.Value.IsAdmin(email))
            return SignInPages.Stale("admin/sign-in");

        await AdminSessions.BeginAsync(context, "mail");
        return Results.LocalRedirect("~/admin");
    }
}
