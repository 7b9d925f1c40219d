using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker.Providers.GarminPersonal;

/// <summary>Where a runner pastes a key: <c>/connect/garmin</c>. The form comes back from the browser that it was given to, or not at all.</summary>
internal sealed class GarminPersonalPages(GarminPersonalConnect connect, BrowserSeal seal)
{
    private const string Cookie = "wr_garmin_form";
    private const long LongestForm = 16 * 1024;
    private static readonly TimeSpan FormLifetime = TimeSpan.FromHours(1);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/connect/garmin", (GarminPersonalPages pages, HttpContext context) => pages.Show(context, null));
        endpoints.MapPost("/connect/garmin", (GarminPersonalPages pages, HttpContext context, CancellationToken cancellation) => pages.TakeAsync(context, cancellation))
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LongestForm));
    }

    private async Task<IResult> TakeAsync(HttpContext context, CancellationToken cancellation)
    {
        if (!context.Request.HasFormContentType)
            return Results.BadRequest();

        var form = await context.Request.ReadFormAsync(cancellation);
        if (seal.Open(Cookie, context.Request.Cookies[Cookie]) is not { } nonce || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(nonce), Encoding.UTF8.GetBytes(form["form"].ToString())))
            return Show(context, "This form has run out. Please paste the key once more.");

        _ = int.TryParse(form["days"], out var days);
        var connected = await connect.ConnectAsync(SignedIn.Runner(context), form["key"], days, cancellation);
        // Whoever brings the key to a runner's data, and nobody else yet, is that runner.
        if (connected.Connection is { } connection && SignedIn.Runner(context) is null)
            await RunnerSession.BeginAsync(context, connection.RunnerId);

        return connected.Outcome switch
        {
            KeyOutcome.Connected => PlainPage.Of(StatusCodes.Status200OK, "Garmin is connected", $"Your runs of the last half year are being read. The key works for {days} days; you will be reminded a week before it ends.", "<p><a class=\"button\" href=\"welcome\">Go on</a></p>"),
            KeyOutcome.NoKey => Show(context, "That is no key. Copy it whole, without anything around it, and choose the days that you chose at Garmin."),
            KeyOutcome.Refused => Show(context, "Garmin does not accept this key: it has ended, was deleted, or was not copied whole. Nothing was stored."),
            KeyOutcome.AnotherRunners => Show(context, "This key belongs to another runner here. Make one in your own Garmin account."),
            _ => Show(context, "Garmin did not answer. Nothing was stored; please try again in a few minutes."),
        };
    }

    private RazorComponentResult<MessagePage> Show(HttpContext context, string? problem)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        context.Response.Cookies.Append(Cookie, seal.Seal(Cookie, nonce, FormLifetime), new CookieOptions
        {
            Path = $"{context.Request.PathBase}/connect/garmin",
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Strict,
            MaxAge = FormLifetime,
            IsEssential = true,
        });
        return PlainPage.Of(problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, "Connect Garmin", $"{problem}\n{Explanation}".Trim(), Form(nonce));
    }

    private const string Explanation =
        """
        Garmin gives every runner a key to the runner's own data, for personal, non-commercial use. WeightedRun reads with it and cannot change anything.
        1. On a computer, sign in at connect.garmin.com and open connect.garmin.com/app/settings/personalApiToken.
        2. Choose “Create Key”, read and accept Garmin's terms, and choose for how many days the key shall work.
        3. Garmin shows the key once. Copy it and paste it here, with the same number of days.
        You can delete the key there at any time; then nothing more is read.
        """;

    private static string Form(string nonce) =>
        $"""
        <form method="post" action="connect/garmin" autocomplete="off">
        <input type="hidden" name="form" value="{nonce}">
        <label for="key">Key</label> <input id="key" name="key" type="password" required size="40">
        <label for="days">Works for</label> <select id="days" name="days">{string.Concat(KeyExpiry.Choices.Select(days => $"<option value=\"{days}\"{(days == 365 ? " selected" : "")}>{days} days</option>"))}</select>
        <p><button>Connect</button></p>
        </form>
        """;
}
