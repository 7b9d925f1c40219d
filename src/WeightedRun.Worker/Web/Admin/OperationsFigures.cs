using System.Globalization;
using System.Reflection;
using Dapper;
using Npgsql;

namespace WeightedRun.Worker.Web.Admin;

/// <summary>How the machine is, in one trip to the database: counts, ages, reasons and ids.</summary>
internal sealed class OperationsFigures(NpgsqlDataSource source, TimeProvider time)
{
    private static readonly IReadOnlyList<(string Heading, string Sql)> Tables =
    [
        ("Connections", "select provider, state, count(*) as connections, min(last_contact_at) as longest_silent_since from connections group by provider, state order by provider, state"),
        ("Inbox", "select provider, state, count(*) as events, min(received_at) as oldest from inbox group by provider, state order by provider, state"),
        ("Histories being read", "select backfills.state, backfills.state_reason as reason, count(*) as histories, min(heartbeat_at) as oldest_sign_of_life from backfills group by 1, 2 order by 1, 2"),
        ("Calls to providers, this window", "select provider, bucket, span, calls_used as used, calls_allowed - calls_used as left, ends_at as until from api_budget_windows where ends_at > @now order by provider, bucket, span"),
        ("Digests of the last eight days", "select state, coalesce(state_reason, '') as reason, count(*) as digests from digests where due_at > @now - interval '8 days' group by 1, 2 order by 1, 2"),
        ("Digests to come", "select count(*) filter (where next_due_at < @now) as overdue, count(*) filter (where next_due_at between @now and @now + interval '1 day') as within_a_day, count(*) as runners from digest_settings where unsubscribed_at is null"),
        ("Parked activities", "select provider, reason, count(*) as activities, min(next_try_at) as next_try from parked_activities join connections using (connection_id) group by provider, reason order by provider, reason"),
        ("Suppressed addresses", "select reason, count(*) as addresses from suppressed_addresses group by reason order by reason"),
        ("Jobs", "select statename as state, count(*) as jobs, min(createdat) as oldest from hangfire.job where statename in ('Enqueued', 'Processing', 'Scheduled', 'Failed') group by statename order by statename"),
        ("Job servers", "select id as server, lastheartbeat as last_heartbeat from hangfire.server order by id"),
        ("Deleted", "select cause, count(*) as deletions, max(completed_at) as last from deletion_receipts group by cause order by cause"),
    ];

    public async Task<OperationsView> ReadAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        const string undelivered = "select digest_id, runner_id, week_starts_on::text as week, state, coalesce(state_reason, '') as reason from digests where state in ('failed', 'ambiguous') order by due_at desc limit 50";
        await using var answers = await connection.QueryMultipleAsync(string.Join(";\n", Tables.Select(table => table.Sql).Append(undelivered)), new { now = time.GetUtcNow() });
        var tables = new List<FigureTable>();
        foreach (var (heading, _) in Tables)
            tables.Add(TableOf(heading, [.. (await answers.ReadAsync()).Cast<IDictionary<string, object?>>()]));

        return new OperationsView(tables, (await answers.ReadAsync<UndeliveredView>()).AsList(), VersionOf(typeof(OperationsFigures).Assembly));
    }

    private static FigureTable TableOf(string heading, List<IDictionary<string, object?>> rows) => new(
        heading,
        rows.Count == 0 ? [] : [.. rows[0].Keys.Select(name => name.Replace('_', ' '))],
        [.. rows.Select(row => (IReadOnlyList<string>)[.. row.Values.Select(Cell)])]);

    private static string Cell(object? value) => value switch
    {
        null => "–",
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string VersionOf(Assembly assembly) =>
        $"WeightedRun {assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]}, .NET {Environment.Version}";
}
