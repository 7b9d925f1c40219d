using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Web;

/// <summary>Every route of the product, for everybody who may come: a route without a row here fails.</summary>
public sealed class RouteTests(PostgresFixture postgres)
{
    private const string SignIn = "302 /sign-in?next=";
    private const string Form = "400";

    // Route, then what it answers: nobody, the runner whose it is, another runner, an admin who is no runner. "400" of a POST: no form of ours, refused before anything is looked at.
    private static readonly IReadOnlyList<Row> Table =
    [
        new("GET /", "200", "302 /week", "302 /week", "200"),
        new("GET /style.css", "200", "200", "200", "200"),
        new("GET /privacy", "200", "200", "200", "200"),
        new("GET /rules", "200", "200", "200", "200"),
        new("GET /gone", "200", "200", "200", "200"),
        new("GET /sign-in", "200", "302 /week", "302 /week", "200"),
        new("POST /sign-in", Form, Form, Form, Form),
        new("GET /sign-in/{token}", "410", "410", "410", "410"),
        new("POST /sign-in/{token}", Form, Form, Form, Form),
        new("POST /sign-out", Form, Form, Form, Form),
        new("POST /connect/strava", Form, Form, Form, Form),
        new("GET /connect/strava", "302 /", "302 /", "302 /", "302 /"),
        new("GET /connect/strava/callback", "400", "400", "400", "400"),
        new("GET /connect/garmin", "200", "200", "200", "200"),
        new("POST /connect/garmin", "400", "400", "400", "400"),
        new("GET /connect/garmin-partner", "503", "503", "503", "503"),
        new("GET /connect/garmin-partner/callback", "400", "400", "400", "400"),
        Runner("GET /welcome", "200"),
        Runner("GET /welcome/progress", "200"),
        Runner("POST /welcome", Form),
        Runner("GET /week", "200"),
        Runner("GET /week/{label}", "200"),
        Runner("GET /runs", "200"),
        Own("GET /runs/one", "200"),
        Runner("POST /runs/tag", Form),
        Runner("POST /runs/split", Form),
        Runner("POST /runs/merge", Form),
        Runner("GET /trends", "200"),
        Runner("GET /upload", "200"),
        Runner("POST /upload", Form),
        Own("GET /upload/{id:long}", "200"),
        Runner("GET /settings", "200"),
        Runner("POST /settings", Form),
        Runner("POST /settings/test-digest", Form),
        Runner("GET /settings/loads", "200"),
        Runner("POST /settings/loads", Form),
        Runner("GET /connections", "200"),
        Own("GET /connections/{id:long}/disconnect", "200"),
        Runner("POST /connections/{id:long}/disconnect", Form),
        Runner("GET /data", "200"),
        Runner("GET /data/weightedrun.json", "200"),
        Runner("GET /data/runs.csv", "200"),
        Runner("GET /delete", "200"),
        Runner("POST /delete", Form),
        new("GET /admin/sign-in", "200", "200", "200", "200"),
        new("POST /admin/sign-in", Form, Form, Form, Form),
        new("GET /admin/sign-in/{token}", "410", "410", "410", "410"),
        new("POST /admin/sign-in/{token}", Form, Form, Form, Form),
        Admin("GET /admin/", "200"),
        Admin("POST /admin/digests/{id:long}/resend", Form),
        Admin("ANY /jobs/{**path}", "200"),
        new("GET /webhooks/strava/{secret}", "404", "404", "404", "404"),
        new("POST /webhooks/strava/{secret}", "404", "404", "404", "404"),
        new("POST /webhooks/garmin/{secret}", "404", "404", "404", "404"),
        // Links of mails carry their own proof; a wrong one opens nothing, and a wrong unsubscribing is not told apart.
        new("GET /confirm/{token}", "410", "410", "410", "410"),
        new("POST /confirm/{token}", Form, Form, Form, Form),
        new("GET /unsubscribe/{token}", "410", "410", "410", "410"),
        new("POST /unsubscribe/{token}", "410", "410", "410", "410"),
        // A button on the page after unsubscribing: no form of ours, nothing done.
        new("POST /subscribe/{token}", "400", "400", "400", "400"),
        new("GET /run/{token}", "410", "410", "410", "410"),
        new("POST /run/{token}", "410", "410", "410", "410"),
        new("ANY /health/live", "200", "200", "200", "200"),
        new("ANY /health/ready", "200", "200", "200", "200"),
    ];

    [Fact]
    public async Task Every_route_answers_everybody_as_the_table_says()
    {
        await using var web = await WebCase.StartAsync(postgres);
        var (owner, runner) = await web.SignInAsync("ann@example.org");
        var (other, _) = await web.SignInAsync("ben@example.org");
        await web.AddRunsAsync(runner, 3);
        var upload = await web.Database.ScalarAsync<long>("insert into uploads (runner_id, file_name, uploaded_at, activities_read, runs, added, changed) values (@runner, 'a.fit', now(), 1, 1, 1, 0) returning upload_id", new { runner });
        var connection = await web.Database.ScalarAsync<long>("insert into connections (runner_id, provider, external_id) values (@runner, 'strava', '7') returning connection_id", new { runner });
        Browser[] visitors = [web.Browser(), owner, other, await web.SignInAdminAsync()];

        var routes = RoutesOf(web);
        Assert.Equal(Table.Select(row => row.Route).Order(), routes.Order());
        var wrong = new List<string>();
        foreach (var row in Table)
        {
            var parts = row.Route.Split(' ');
            var path = parts[1].TrimStart('/').Replace("{label}", WeekLabel(), StringComparison.Ordinal).Replace("{token}", "nobodys", StringComparison.Ordinal).Replace("{secret}", "guess", StringComparison.Ordinal)
                .Replace("{**path}", "", StringComparison.Ordinal).Replace("{id:long}", WebCase.Text(parts[1].Contains("upload", StringComparison.Ordinal) ? upload : connection), StringComparison.Ordinal);
            if (path == "runs/one")
                path += $"?id=gpx:{runner.Value}-0";

            foreach (var (visitor, expected) in visitors.Zip(row.Expected))
            {
                var answer = parts[0] == "POST" ? await visitor.PostAsync(path) : await visitor.GetAsync(path);
                var got = $"{(int)answer.Status}{(answer.Location is { } location ? $" {(Uri.TryCreate(location, UriKind.Absolute, out var uri) && uri.Scheme != "file" ? uri.PathAndQuery : location)}" : "")}";
                if (!(expected.EndsWith('=') ? got.StartsWith(expected, StringComparison.Ordinal) : got == expected))
                    wrong.Add($"{row.Route} as {(visitor == visitors[0] ? "nobody" : visitor == owner ? "owner" : visitor == other ? "another" : "admin")}: {got} instead of {expected}");
            }
        }

        Assert.Empty(wrong);
        foreach (var visitor in visitors)
            visitor.Dispose();
    }

    private static IReadOnlyList<string> RoutesOf(WebCase web) =>
        [.. from endpoint in web.Product.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            let route = endpoint.RoutePattern.RawText!
            from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
            select $"{method} {(route.StartsWith('/') ? route : "/" + route)}"];

    private static string WeekLabel() =>
        string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(DateTime.UtcNow):0000}-W{ISOWeek.GetWeekOfYear(DateTime.UtcNow):00}");

    private static Row Runner(string route, string answer) => new(route, SignIn, answer, answer, SignIn);

    private static Row Own(string route, string answer) => new(route, SignIn, answer, "404", SignIn);

    private static Row Admin(string route, string answer)
    {
        const string door = "302 /admin/sign-in?next=";
        return new(route, door, door, door, answer);
    }

    private sealed record Row(string Route, params string[] Expected);
}
