using System.Diagnostics;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Analysis.Identity;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;
using WeightedRun.Worker;
using WeightedRun.Worker.Compliance;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Benchmarks;

/// <summary>A training log of half a year from the database, each run told of by three sources: how much of the reading is putting the runs together.</summary>
internal static class ReadingLogs
{
    private const int Runs = 200;
    private const int Turns = 200;
    private static readonly DateTime LastDay = new(2025, 3, 9);
    private static readonly string[] Sources = ["fit", "tcx", "gpx"];

    public static async Task MeasureAsync()
    {
        await using var installation = await Installation.StartAsync(Roles.None);
        var services = installation.App.Services;
        await using var session = await installation.Database.Source.OpenConnectionAsync();
        var runner = new RunnerId(await session.ExecuteScalarAsync<long>("insert into runners default values returning runner_id"));
        foreach (var source in Sources)
            await services.GetRequiredService<ActivityStore>().StoreAsync(runner, null, Enumerable.Range(0, Runs).Select(back => Run(source, back)), null, CancellationToken.None);

        await session.ExecuteAsync("analyze activities");
        var (from, until) = (DateOnly.FromDateTime(LastDay).AddDays(-190), DateOnly.FromDateTime(LastDay));
        var reader = services.GetRequiredService<TrainingLogReader>();
        var runs = 0;
        async Task ReadAsync() => runs = (await reader.ReadAsync(runner, from, until, CancellationToken.None)).Runs.Count;
        Recording[] recordings = [.. Sources.SelectMany(source => Enumerable.Range(0, Runs).Select(back => RecordingOf(source, back)))];
        Task GroupAsync()
        {
            RunIdentity.Group(recordings, []);
            return Task.CompletedTask;
        }

        await MedianAsync(ReadAsync);
        var (read, group) = (await MedianAsync(ReadAsync), await MedianAsync(GroupAsync));
        Console.WriteLine(JsonSerializer.Serialize(new { scenario = "log", rows = Runs * Sources.Length, runs, read_ms = Math.Round(read, 2), of_which_grouping_ms = Math.Round(group, 2) }));
    }

    private static async Task<double> MedianAsync(Func<Task> act)
    {
        var times = new double[Turns];
        for (var turn = 0; turn < Turns; turn++)
        {
            var start = Stopwatch.GetTimestamp();
            await act();
            times[turn] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Turns / 2];
    }

    private static IncomingActivity Run(string source, int back) => new()
    {
        Source = source,
        ExternalId = $"{source}-{back}",
        StartLocal = LastDay.AddHours(7 - (22 * back)),
        UtcOffset = TimeSpan.FromHours(1),
        Sport = Sport.Run,
        Surface = Surface.Outdoor,
        Distance = Distance.FromKilometers(8),
        MovingTime = TimeSpan.FromMinutes(48),
        ElapsedTime = TimeSpan.FromMinutes(49),
        Title = "Morning Run",
    };

    private static Recording RecordingOf(string source, int back) => new RecordingRow
    {
        Source = source,
        ExternalId = $"{source}-{back}",
        StartLocal = LastDay.AddHours(7 - (22 * back)),
        UtcOffsetS = 3600,
        Sport = "run",
        Surface = "outdoor",
        DistanceM = 8000,
        MovingS = 2880,
        ElapsedS = 2940,
        IsManual = false,
        WorkoutType = 0,
        ExternalIds = "",
        IsParent = false,
    }.ToRecording();
}
