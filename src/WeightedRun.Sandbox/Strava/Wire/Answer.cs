using System.Text.Encodings.Web;
using System.Text.Json;
using WeightedRun.Sandbox.Strava.Faults;

namespace WeightedRun.Sandbox.Strava.Wire;

/// <summary>Writes answers straight into the response: a page of 200 activities makes no object.</summary>
internal static class Answer
{
    private static readonly Quirks NoQuirks = new();

    // Titles and zones come as they are: umlauts, plus signs and emoji unescaped.
    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static async Task JsonAsync(HttpContext context, int status, Quirks quirks, Action<WireWriter> write)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await using (var json = new Utf8JsonWriter(context.Response.BodyWriter, Format))
            write(new WireWriter(json, quirks));

        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    public static Task JsonAsync(HttpContext context, Action<WireWriter> write) => JsonAsync(context, StatusCodes.Status200OK, NoQuirks, write);

    public static Task RefuseAsync(HttpContext context, Refusal refusal) => JsonAsync(context, refusal.Status, NoQuirks, json =>
    {
        json.Begin();
        json.Text("message", refusal.Message);
        if (refusal.Resource is not null)
        {
            json.BeginList("errors");
            if (refusal.Resource.Length > 0)
            {
                json.Begin();
                json.Text("resource", refusal.Resource);
                json.Text("field", refusal.Field);
                json.Text("code", refusal.Code);
                json.End();
            }

            json.EndList();
        }

        json.End();
    });

    public static async Task TextAsync(HttpContext context, int status, string contentType, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        await context.Response.WriteAsync(text, context.RequestAborted);
    }
}
