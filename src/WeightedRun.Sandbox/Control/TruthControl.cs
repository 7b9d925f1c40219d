using System.Text.Json;
using WeightedRun.Sandbox.Strava.OAuth;
using WeightedRun.Sandbox.Strava.World;

namespace WeightedRun.Sandbox.Control;

/// <summary>What a client's store is compared with, and how many calls it took to fill it.</summary>
internal static class TruthControl
{
    public static void Map(IEndpointRouteBuilder control, StravaWorld world)
    {
        control.MapGet("/truth", (HttpContext context, long? athlete) => WriteTruthAsync(context, world, athlete is { } id ? [world.Athlete(new AthleteId(id))] : world.Athletes));
        control.MapGet("/calls", () => new
        {
            world.Calls.Total,
            Calls = world.Calls.All().Select(call => new { call.Endpoint, call.Status, call.Calls }),
            DetailReads = world.Calls.DetailReads().ToDictionary(reads => reads.Key.ToString(), reads => reads.Value),
        });
        control.MapDelete("/calls", () =>
        {
            world.Calls.Clear();
            return Results.NoContent();
        });
    }

    private static async Task WriteTruthAsync(HttpContext context, StravaWorld world, IEnumerable<StravaAthlete> athletes)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await using (var json = new Utf8JsonWriter(context.Response.BodyWriter))
        {
            json.WriteStartObject();
            json.WriteStartArray("athletes");
            foreach (var athlete in athletes)
            {
                Write(json, world, athlete);
                await json.FlushAsync(context.RequestAborted);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private static void Write(Utf8JsonWriter json, StravaWorld world, StravaAthlete athlete)
    {
        json.WriteStartObject();
        json.WriteNumber("id", athlete.Id.Value);
        WriteGrants(json, [.. world.Apps.Select(app => world.Tokens.Find(app, athlete)).OfType<Grant>()]);
        json.WriteStartArray("activities");
        foreach (var activity in athlete.Activities.All())
            Write(json, activity);

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteGrants(Utf8JsonWriter json, Grant[] grants)
    {
        json.WriteStartArray("grants");
        foreach (var grant in grants)
        {
            json.WriteStartObject();
            json.WriteNumber("client_id", grant.App.Id.Value);
            json.WriteString("scope", grant.Scopes.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, StravaActivity activity)
    {
        json.WriteStartObject();
        json.WriteNumber("id", activity.Id.Value);
        json.WriteString("name", activity.Name);
        json.WriteString("description", activity.Description);
        json.WriteString("sport_type", activity.SportType);
        json.WriteString("start_date", activity.ShownStart);
        json.WriteNumber("utc_offset_s", activity.UtcOffset.TotalSeconds);
        json.WriteNumber("distance_m", activity.DistanceMeters);
        json.WriteNumber("moving_s", activity.MovingSeconds);
        json.WriteNumber("elapsed_s", activity.ElapsedSeconds);
        json.WriteString("gear_id", activity.Gear?.Value);
        json.WriteBoolean("is_private", activity.IsPrivate);
        json.WriteString("uploaded_at", activity.UploadedAt);
        json.WriteEndObject();
    }
}
