using System.Text.Json;
using Dapper;
using Npgsql;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Web.Uploads;

/// <summary>What came of each upload.</summary>
internal sealed class UploadReports(NpgsqlDataSource source, TimeProvider time)
{
    public async Task<long> SaveAsync(RunnerId runner, UploadReport report, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<long>(
            """
            insert into uploads (runner_id, file_name, uploaded_at, activities_read, runs, added, changed, problems, problem_count)
            values (@runner, @FileName, @now, @ActivitiesRead, @Runs, @Added, @Changed, @problems::jsonb, @ProblemCount)
            returning upload_id
            """,
            new { runner, report.FileName, now = time.GetUtcNow(), report.ActivitiesRead, report.Runs, report.Added, report.Changed, problems = JsonSerializer.Serialize(report.Problems), report.ProblemCount });
    }

    /// <summary>Null when it is not this runner's.</summary>
    public async Task<UploadReport?> FindAsync(RunnerId runner, long id, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(
            "select file_name, activities_read, runs, added, changed, problems, problem_count from uploads where runner_id = @runner and upload_id = @id", new { runner, id });
        return row is null ? null : new UploadReport(row.FileName, row.ActivitiesRead, row.Runs, row.Added, row.Changed, JsonSerializer.Deserialize<string[]>(row.Problems)!, row.ProblemCount);
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
    }
}
