using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Settings;
using WeightedRun.Worker.Web.Account;
using WeightedRun.Worker.Web.Admin;
using WeightedRun.Worker.Web.Front;
using WeightedRun.Worker.Web.Loads;
using WeightedRun.Worker.Web.Runs;
using WeightedRun.Worker.Web.SignIn;
using WeightedRun.Worker.Web.Trends;
using WeightedRun.Worker.Web.Uploads;
using WeightedRun.Worker.Web.Weeks;

namespace WeightedRun.Worker.Web.Frame;

/// <summary>The web face: pages that a server writes and any browser shows, without script.</summary>
internal static class WebSetup
{
    private static readonly TimeSpan AdminSession = TimeSpan.FromHours(8);

    public static IServiceCollection AddWebFace(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<WebOptions>(configuration);
        var options = configuration.Read<WebOptions>();
        services.AddRazorComponents();
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "wr_form";
            form.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // The layout's own header says it for every page.
            form.SuppressXFrameOptionsHeader = true;
        });
        services.AddAuthentication(RunnerSession.Scheme)
            .AddCookie(RunnerSession.Scheme, cookie => Describe(cookie, "wr_session", "/sign-in", TimeSpan.FromDays(options.SessionDays)))
            .AddCookie(AdminSessions.Scheme, cookie => Describe(cookie, "wr_admin", "/admin/sign-in", AdminSession));
        services.AddAuthorizationBuilder()
            .AddPolicy(RunnerSession.Scheme, policy => policy.AddAuthenticationSchemes(RunnerSession.Scheme).RequireClaim(SignedIn.RunnerClaim))
            .AddPolicy(AdminSessions.Scheme, policy => policy.AddAuthenticationSchemes(AdminSessions.Scheme).RequireClaim(AdminSessions.Claim));
        services.AddRateLimits();
        // It warns at every form that it forbids caching; all pages do.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error));
        // Beyond the server's own limit of 30 MB a request only for the pages that say so.
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = options.UploadBytes);
        return services
            .AddSingleton<Visitors>().AddSingleton<MailLinks>().AddSingleton<RunnerSettings>()
            .AddSingleton<ProfileSaving>().AddSingleton<DataExport>().AddSingleton<RunnerRuns>().AddSingleton<SeenGear>().AddSingleton<WeekReports>().AddSingleton<UploadReports>().AddSingleton<UploadReading>().AddSingleton<OperationsFigures>();
    }

    /// <summary>What every request passes, in this order.</summary>
    public static void UseWebFace(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<WebOptions>>().Value;
        if (options.TrustedProxies.Length > 0)
            app.UseForwardedHeaders(ForwardedFrom(options));

        if (options.PathBase.Length > 0)
            app.UsePathBase(options.PathBase);

        app.UseMiddleware<SecurityHeaders>();
        // A request that is too large or cut short is the sender's fault, not ours.
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = MessagePages.ForStatusAsync,
            StatusCodeSelector = problem => problem is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePages(MessagePages.ForStatusAsync);
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
    }

    public static void MapWebFace(this WebApplication app)
    {
        var pages = app.MapGroup("").AddEndpointFilter(Forms.CheckAsync);
        Stylesheet.Map(pages);
        FrontPages.Map(pages);
        SignInPages.Map(pages);
        AdminPages.Map(pages);

        var runner = pages.MapGroup("").RequireAuthorization(RunnerSession.Scheme).AddEndpointFilter(Visitors.WelcomeAsync);
        WelcomePages.Map(runner);
        WeekPages.Map(runner);
        RunPages.Map(runner);
        TrendPages.Map(runner);
        UploadPages.Map(runner);
        SettingsPages.Map(runner);
        LoadPages.Map(runner);
        ConnectionPages.Map(runner);
        DataPages.Map(runner);
    }

    private static void Describe(CookieAuthenticationOptions cookie, string name, string signIn, TimeSpan lifetime)
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        // Lax: who follows a link in a mail is still signed in.
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.IsEssential = true;
        cookie.LoginPath = signIn;
        cookie.ReturnUrlParameter = "next";
        cookie.ExpireTimeSpan = lifetime;
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static ForwardedHeadersOptions ForwardedFrom(WebOptions options)
    {
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in options.Proxies)
            forwarded.KnownIPNetworks.Add(network);

        return forwarded;
    }
}
