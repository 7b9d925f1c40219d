using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Worker;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Providers;
using WeightedRun.Worker.Providers.Strava;

namespace WeightedRun.Benchmarks;

/// <summary>
/// List pages of 200 activities, from their JSON to tagged rows, one transaction a page; beside one raw binary COPY of the very rows that came of it,
/// activities and tags, into the same tables with the same indexes. In turns, on the same server.
/// </summary>
internal static class StoreScenario
{
    private const int Rounds = 5;

    public static async Task MeasureAsync(int activities)
    {
        await using var installation = await Installation.StartAsync(Roles.None);
        var connection = await installation.ConnectAsync("1");
        var pages = Enumerable.Range(0, activities / IStravaApi.LongestPage).Select(Page).ToList();
        var (stored, copied, again) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            await EmptyAsync(installation);
            stored.Add(await StoreAsync(installation, connection, pages));
            again.Add(await StoreAsync(installation, connection, pages));
            var rows = (Activities: await OutAsync(installation, "activities"), Tags: await OutAsync(installation, "activity_tags"));
            await EmptyAsync(installation);
            var clock = Stopwatch.GetTimestamp();
            await InAsync(installation, "activities", rows.Activities);
            await InAsync(installation, "activity_tags", rows.Tags);
            copied.Add(Stopwatch.GetElapsedTime(clock).TotalSeconds);
        }

        // The first round warms up.
        double PerSecond(List<double> times) => Math.Round(activities / Median(times.Skip(1)));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            scenario = "store",
            activities,
            stored_per_second = PerSecond(stored),
            stored_again_per_second = PerSecond(again),
            raw_copy_per_second = PerSecond(copied),
            share_of_raw_copy = Math.Round(Median(copied.Skip(1)) / Median(stored.Skip(1)), 3),
        }));
    }

    private static async Task<double> StoreAsync(Installation installation, Connection connection, List<byte[]> pages)
    {
        var store = installation.App.Services.GetRequiredService<ActivityPages>();
        await using var held = (await installation.App.Services.GetRequiredService<ConnectionStore>().LockAsync(connection.ConnectionId, TimeSpan.Zero, CancellationToken.None))!;
        var clock = Stopwatch.GetTimestamp();
        foreach (var page in pages)
        {
            var rows = JsonSerializer.Deserialize(page, StravaJson.Default.ListStravaActivity)!.Select(activity => StravaMapping.ToIncoming(activity, isDetail: false)).OfType<IncomingActivity>().ToList();
            await store.StoreAsync(held, connection, rows, TimeSpan.FromDays(7), CancellationToken.None);
        }

        return Stopwatch.GetElapsedTime(clock).TotalSeconds;
    }

    private static byte[] Page(int number)
    {
        var json = new StringBuilder("[");
        for (var n = 0; n < IStravaApi.LongestPage; n++)
        {
            var id = (number * IStravaApi.LongestPage) + n;
            var start = DateTimeOffset.UnixEpoch.AddDays(20000).AddMinutes(-id * 37);
            json.Append(n == 0 ? "" : ",").Append(CultureInfo.InvariantCulture,
                $$"""
                {"resource_state":2,"athlete":{"id":1,"resource_state":1},"name":"{{(id % 3 == 0 ? "Weighted vest 8 kg" : "Morning Run")}}","distance":{{8000 + (id % 4000)}}.5,"moving_time":2880,"elapsed_time":2900,"total_elevation_gain":40.0,
                "type":"Run","sport_type":"Run","workout_type":0,"id":{{16_000_000_000 + id}},"start_date":"{{start:yyyy-MM-ddTHH:mm:ssZ}}","start_date_local":"{{start.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}}","timezone":"(GMT+01:00) Europe/Berlin","utc_offset":3600.0,
                "location_city":null,"achievement_count":0,"kudos_count":3,"map":{"id":"a{{id}}","summary_polyline":"","resource_state":2},"trainer":false,"commute":false,"manual":false,"private":false,"visibility":"everyone","gear_id":"g1",
                "start_latlng":[],"end_latlng":[],"average_speed":2.78,"max_speed":3.9,"average_cadence":84.1,"average_temp":11,"has_heartrate":true,"average_heartrate":147.2,"max_heartrate":165.0,"device_name":"Garmin Forerunner 265",
                "upload_id":{{17_000_000_000 + id}},"upload_id_str":"{{17_000_000_000 + id}}","external_id":"garmin_ping_{{id}}","pr_count":0,"total_photo_count":0,"has_kudoed":false}
                """);
        }

        return Encoding.UTF8.GetBytes(json.Append(']').ToString());
    }

    private static async Task EmptyAsync(Installation installation)
    {
        await using var session = await installation.Database.Source.OpenConnectionAsync();
        await session.ExecuteAsync("truncate activities, activity_tags; checkpoint");
    }

    private static async Task<byte[]> OutAsync(Installation installation, string table)
    {
        await using var session = await installation.Database.Source.OpenConnectionAsync();
        await using var copy = await session.BeginRawBinaryCopyAsync($"copy {table} to stdout (format binary)");
        using var bytes = new MemoryStream();
        await copy.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static async Task InAsync(Installation installation, string table, byte[] bytes)
    {
        await using var session = await installation.Database.Source.OpenConnectionAsync();
        await using var copy = await session.BeginRawBinaryCopyAsync($"copy {table} from stdin (format binary)");
        await copy.WriteAsync(bytes);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt((Rounds - 1) / 2);
}
