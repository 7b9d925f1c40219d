using Dapper;
using Npgsql;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Connections;

/// <summary>Who agreed to what, and when: asked before a runner is sent to a provider, as Strava's API Policy 2.1 wants it.</summary>
internal sealed class Consents(NpgsqlDataSource source, BrowserSeal seal, TimeProvider time)
{
    /// <summary>Changes whenever what is read, kept or done with it changes; who agreed to an older one is asked again when he connects again.</summary>
    public const string Version = "2026-11-25";

    private const string Cookie = "wr_consent";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>Writes it down, and gives the browser the proof for its way to the provider.</summary>
    public async Task GiveAsync(HttpContext context, string provider, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var id = await connection.ExecuteScalarAsync<long>(
            "insert into consents (runner_id, provider, version, given_at) values (@runner, @provider, @Version, @now) returning consent_id",
            new { runner = SignedIn.Runner(context)?.Value, provider, Version, now = time.GetUtcNow() });
        context.Response.Cookies.Append(Cookie, seal.Seal(Cookie, FormattableString.Invariant($"{provider} {id}"), Lifetime), new CookieOptions
        {
            Path = $"{context.Request.PathBase}/connect",
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            MaxAge = Lifetime,
            IsEssential = true,
        });
    }

    /// <summary>Null when this browser has not agreed for that provider within the last half hour.</summary>
    public long? Find(HttpContext context, string provider) =>
        seal.Open(Cookie, context.Request.Cookies[Cookie])?.Split(' ') is [var of, var id] && of == provider && long.TryParse(id, out var consent) ? consent : null;

    /// <summary>Now it is known who agreed.</summary>
    public async Task BelongsToAsync(long consent, RunnerId runner, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync("update consents set runner_id = @runner where consent_id = @consent", new { consent, runner });
    }
}
