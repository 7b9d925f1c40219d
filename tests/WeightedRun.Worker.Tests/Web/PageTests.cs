using System.Net;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Web;

/// <summary>What every page costs, and what it tells the browser.</summary>
public sealed class PageTests(PostgresFixture postgres)
{
    private const int LargestBytes = 50 * 1024;

    [Fact]
    public async Task Pages_with_half_a_year_of_runs_are_small_and_ask_the_database_no_more_often_than_with_ten_runs()
    {
        await using var web = await WebCase.StartAsync(postgres);
        var (few, ann) = await web.SignInAsync("ann@example.org");
        var (many, ben) = await web.SignInAsync("ben@example.org");
        await web.AddRunsAsync(ann, 10);
        await web.AddRunsAsync(ben, 180);
        using var statements = new Statements();
        foreach (var path in new[] { "week", "runs", "trends", "settings", "settings/loads", "connections", "data", "upload", "welcome", $"runs/one?id=gpx:{ben.Value}-3" })
        {
            var (answer, count) = await statements.CountAsync(many, path);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.True(answer.Bytes <= LargestBytes, $"{path}: {answer.Bytes} bytes");
            // The visitor with his problems, the log in three questions, the profile, the recording's day.
            Assert.InRange(count, 1, 8);
            if (!path.Contains("one", StringComparison.Ordinal))
                Assert.Equal((await statements.CountAsync(few, path)).Count, count);
        }

        few.Dispose();
        many.Dispose();
    }

    [Fact]
    public async Task Every_answer_forbids_scripts_frames_and_referrers()
    {
        await using var web = await WebCase.StartAsync(postgres);
        using var browser = web.Browser();
        foreach (var path in new[] { "", "privacy", "sign-in", "nowhere", "week" })
        {
            var headers = (await browser.GetAsync(path)).Headers;
            Assert.Contains("default-src 'none'", headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Equal("DENY", headers["X-Frame-Options"]);
            Assert.Equal("no-referrer", headers["Referrer-Policy"]);
            Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
            Assert.False(headers.ContainsKey("Strict-Transport-Security"));
        }
    }

    [Fact]
    public async Task Cookies_are_for_the_server_alone_and_secure_when_a_trusted_proxy_says_https()
    {
        await using var web = await WebCase.StartAsync(postgres, ("Web:TrustedProxies", "127.0.0.1,::1,::ffff:127.0.0.0/104"), ("Web:PathBase", "/weighted"));
        using var browser = web.Browser();
        var answer = await browser.GetAsync("weighted/sign-in", request => request.Headers.Add("X-Forwarded-Proto", "https"));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("<base href=\"/weighted/\"", answer.Text, StringComparison.Ordinal);
        var cookie = answer.Headers["Set-Cookie"].ToLowerInvariant();
        Assert.Contains("secure", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.True(answer.Headers.ContainsKey("Strict-Transport-Security"));
        Assert.EndsWith("/weighted/sign-in?next=%2Fweighted%2Fweek", (await browser.GetAsync("weighted/week")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forwarded_headers_of_anybody_else_are_not_believed()
    {
        await using var web = await WebCase.StartAsync(postgres);
        using var browser = web.Browser();
        var answer = await browser.GetAsync("sign-in", request => request.Headers.Add("X-Forwarded-Proto", "https"));
        Assert.False(answer.Headers.ContainsKey("Strict-Transport-Security"));
    }

    [Fact]
    public async Task No_page_sends_a_visitor_to_another_site()
    {
        await using var web = await WebCase.StartAsync(postgres);
        var (browser, _) = await web.SignInAsync("ann@example.org");
        foreach (var path in new[] { "", "sign-in", "week", "welcome", "admin", "runs", "connect/strava" })
        {
            foreach (var lure in new[] { "https://evil.example/", "//evil.example/", "/\\evil.example/" })
            {
                var answer = await browser.GetAsync($"{path}?next={Uri.EscapeDataString(lure)}&returnUrl={Uri.EscapeDataString(lure)}");
                Assert.True(answer.Location is null || new Uri(web.Product.Address, answer.Location).Host == web.Product.Address.Host, answer.Location);
            }
        }

        browser.Dispose();
    }
}
