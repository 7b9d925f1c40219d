using System.Text.Json.Nodes;

namespace WeightedRun.Sandbox.Garmin;

/// <summary>Answers as Garmin gives them.</summary>
internal static class Answer
{
    public static Task JsonAsync(HttpContext context, JsonNode json, int status = 200) => TextAsync(context, status, "application/json", json.ToJsonString());

    public static Task ErrorAsync(HttpContext context, int status, string message) => JsonAsync(context, new JsonObject { ["errorMessage"] = message }, status);

    public static Task InactiveTokenAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = """Bearer error="invalid_token", error_description="Token is not active" """.TrimEnd();
        return JsonAsync(context, new JsonObject { ["error"] = "invalid_token", ["error_description"] = "Token is not active" }, 401);
    }

    public static Task EmptyAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    public static async Task BytesAsync(HttpContext context, string contentType, byte[] bytes)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    public static Task TextAsync(HttpContext context, int status, string contentType, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    /// <summary>Nulls are left out, as Garmin leaves out what it does not know.</summary>
    public static JsonObject WithoutNulls(JsonObject json, IEnumerable<string> missing)
    {
        foreach (var key in json.Where(field => field.Value is null).Select(field => field.Key).Concat(missing).ToList())
            json.Remove(key);

        return json;
    }

    public static string Bearer(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : "";

}
