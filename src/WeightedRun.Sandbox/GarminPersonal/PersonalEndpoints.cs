using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using WeightedRun.Sandbox.Garmin;
using WeightedRun.Sandbox.Garmin.Faults;
using WeightedRun.Sandbox.Garmin.Fit;

namespace WeightedRun.Sandbox.GarminPersonal;

/// <summary>Key to token, search, one activity, its file.</summary>
internal sealed class PersonalEndpoints(PersonalWorld world)
{
    public const string TokenPath = "/personalapitoken-service/personal-api/personal-api-key/token";
    private const int LongestPage = 100;
    private int _underway;

    public void Map(IEndpointRouteBuilder routes, GarminPersonalOptions options)
    {
        routes.MapPost(TokenPath, Counted("POST /token", ExchangeAsync));
        routes.MapGet(options.SearchPath, Reads("GET /activities", SearchAsync));
        routes.MapGet(options.ActivityPath, Reads("GET /activity", (context, owner) => OneAsync(context, owner, activity => Answer.JsonAsync(context, ActivityJson.Detailed(activity, world.Quirks)))));
        routes.MapGet(options.DownloadPath, Reads("GET /download", (context, owner) => OneAsync(context, owner, activity => DownloadAsync(context, activity))));
    }

    private RequestDelegate Reads(string endpoint, Func<HttpContext, GarminUserId, Task> answer) => Counted(endpoint, context =>
        world.OwnerOf(Answer.Bearer(context)) is { } owner ? answer(context, owner) : Answer.InactiveTokenAsync(context));

    private RequestDelegate Counted(string endpoint, Func<HttpContext, Task> answer) => async context =>
    {
        try
        {
            if (Interlocked.Increment(ref _underway) >= world.Quirks.CallsAtOnce)
                await FaultAnswer.GiveAsync(new InjectedFault { Kind = FaultKind.RateLimited, RetryAfterSeconds = world.Quirks.RetryAfterSeconds }, context);
            else if (world.Faults.Next(endpoint) is not { } fault || !await FaultAnswer.GiveAsync(fault, context))
                await AnswerAsync(context, answer);
        }
        finally
        {
            Interlocked.Decrement(ref _underway);
            world.Calls.Count(endpoint, context.Response.StatusCode);
        }
    };

    private async Task AnswerAsync(HttpContext context, Func<HttpContext, Task> answer)
    {
        await Task.Delay(world.Quirks.AnswerMilliseconds, context.RequestAborted);
        await answer(context);
    }

    private Task ExchangeAsync(HttpContext context)
    {
        const string Scheme = "ApiKey ";
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.Ordinal) || world.Exchange(header[Scheme.Length..]) is not ({ } token, { } lifetime))
            return Answer.ErrorAsync(context, 401, "The API key is invalid or has expired.");

        var seconds = (int)lifetime.TotalSeconds;
        return Answer.JsonAsync(context, world.Quirks.TokenShape switch
        {
            TokenShape.Camel => new JsonObject { ["accessToken"] = token, ["expiresIn"] = seconds },
            TokenShape.Bare => new JsonObject { ["token"] = token },
            _ => new JsonObject { ["access_token"] = token, ["token_type"] = "Bearer", ["expires_in"] = seconds },
        });
    }

    private Task SearchAsync(HttpContext context, GarminUserId owner)
    {
        var query = context.Request.Query;
        if (!int.TryParse(query["start"].FirstOrDefault() ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            || !int.TryParse(query["limit"].FirstOrDefault() ?? "20", NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            || !TryDate(query["startDate"], DateOnly.MinValue, out var from) || !TryDate(query["endDate"], DateOnly.MaxValue, out var until))
        {
            return Answer.ErrorAsync(context, 400, "start and limit are numbers, startDate and endDate are dates such as 2026-11-02.");
        }

        var type = query["activityType"].FirstOrDefault();
        var text = query["search"].FirstOrDefault();
        var page = world.Of(owner)
            .Where(activity => DateOnly.FromDateTime(activity.LocalStart.UtcDateTime) is var day && day >= from && day <= until)
            .Where(activity => string.IsNullOrEmpty(type) || activity.TypeKey == type)
            .Where(activity => string.IsNullOrEmpty(text) || activity.Name.Contains(text, StringComparison.OrdinalIgnoreCase))
            .Skip(start).Take(Math.Min(limit, LongestPage));
        return Answer.JsonAsync(context, new JsonArray([.. page.Select(activity => ActivityJson.Listed(activity, world.Quirks))]));
    }

    private Task OneAsync(HttpContext context, GarminUserId owner, Func<GarminActivity, Task> answer) =>
        long.TryParse(context.Request.RouteValues["id"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && world.Find(owner, new GarminActivityId(id)) is { } activity
            ? answer(activity)
            : Answer.ErrorAsync(context, 404, "Not found");

    private Task DownloadAsync(HttpContext context, GarminActivity activity)
    {
        if (activity.IsManual)
            return Answer.ErrorAsync(context, 404, "There is no file of an activity that was typed in.");

        var fit = FitFile.Of(activity);
        return world.Quirks.SendsBareFit ? Answer.BytesAsync(context, "application/octet-stream", fit) : Answer.BytesAsync(context, "application/zip", Zipped($"{activity.Id}_ACTIVITY.fit", fit));
    }

    private static byte[] Zipped(string name, byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var member = zip.CreateEntry(name).Open())
            member.Write(content);

        return bytes.ToArray();
    }

    private static bool TryDate(string? text, DateOnly otherwise, out DateOnly date)
    {
        date = otherwise;
        return string.IsNullOrEmpty(text) || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }
}
