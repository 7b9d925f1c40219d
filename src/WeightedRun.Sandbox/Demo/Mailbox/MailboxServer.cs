namespace WeightedRun.Sandbox.Demo.Mailbox;

/// <summary>Shows the mails of a folder in a browser.</summary>
internal sealed class MailboxServer : IAsyncDisposable
{
    private const string PagePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // Even opened by itself a mail runs nothing, loads nothing and sends nothing.
    private const string MailPolicy = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'";

    private readonly WebApplication _server;

    private MailboxServer(WebApplication server, Uri address) => (_server, Address) = (server, address);

    public Uri Address { get; }

    public static async Task<MailboxServer> StartAsync(MailFolder mails, CancellationToken cancellation)
    {
        var address = Ports.AddressAt(Ports.Mailbox);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.ToString());
        var server = builder.Build();
        server.MapGet("/", (HttpContext context, string? to) => Show(context, PagePolicy, MailboxPages.List(mails.All(), to)));
        server.MapGet("/mails/{name}", (HttpContext context, string name) => mails.Find(name) is { } mail ? Show(context, PagePolicy, MailboxPages.One(name, mail)) : Results.NotFound());
        server.MapGet("/mails/{name}/html", (HttpContext context, string name) => mails.Find(name) is { HtmlBody: { } html } ? Show(context, MailPolicy, MailboxPages.Html(html)) : Results.NotFound());
        await server.StartAsync(cancellation);
        return new MailboxServer(server, address);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static IResult Show(HttpContext context, string policy, string page)
    {
        context.Response.Headers.ContentSecurityPolicy = policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.Content(page, "text/html; charset=utf-8");
    }
}
