using System.Text.Json;
using Dapper;
using Npgsql;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Web.Uploads;

/// <summary>What came of each upload.</summary>
internal sealed class UploadReports(NpgsqlDataSource source, TimeProvider time)
{
    // Nothing is read for so long: the process was killed.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public const string Interrupted = "The reading was interrupted. What was read until then is kept; upload it again for the rest, nothing will count twice.";

    /// <summary>The files are here, and what is in them is not known yet.</summary>
    public async Task<long> BeginAsync(RunnerId runner, string fileName, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<long>(
            """
            insert into uploads (runner_id, file_name, uploaded_at, activities_read, runs, added, changed, is_reading)
            values (@runner, @fileName, @now, 0, 0, 0, 0, true)
            returning upload_id
            """,
            new { runner, fileName, now = time.GetUtcNow() });
    }

    public async Task FinishAsync(long id, UploadReport report)
    {
        await using var connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            update uploads set activities_read = @ActivitiesRead, runs = @Runs, added = @Added, changed = @Changed,
                               problems = @problems::jsonb, problem_count = @ProblemCount, is_reading = false
            where upload_id = @id
            """,
            new { id, report.ActivitiesRead, report.Runs, report.Added, report.Changed, problems = JsonSerializer.Serialize(report.Problems), report.ProblemCount });
    }

    /// <summary>Null when it is not this runner's.</summary>
    public async Task<UploadReport?> FindAsync(RunnerId runner, long id, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(
            "select file_name, uploaded_at, activities_read, runs, added, changed, problems, problem_count, is_reading from uploads where runner_id = @runner and upload_id = @id", new { runner, id });
        if (row is null)
            return null;

        if (row.IsReading && row.UploadedAt + Longest < time.GetUtcNow())
            return UploadReport.Of(row.FileName, Interrupted);

        return new UploadReport(row.FileName, row.ActivitiesRead, row.Runs, row.Added, row.Changed, JsonSerializer.Deserialize<string[]>(row.Problems)!, row.ProblemCount) { IsReading = row.IsReading };
    }

    private sealed record Row
    {
        public required string FileName { get; init; }

        public required int ActivitiesRead { get; init; }

        public required int Runs { get; init; }

        public required int Added { get; init; }

        public required int Changed { get; init; }

        public required string Problems { get; init; }

        public required int ProblemCount { get; init; }

        public required DateTimeOffset UploadedAt { get; init; }

        public required bool IsReading { get; init; }
    }
}
