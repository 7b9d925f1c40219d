using System.Globalization;
using System.Text;
using Dapper;
using Npgsql;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Web.Account;

/// <summary>Everything of one runner, table by table, row by row: no table is held in memory. Tokens stay where they are.</summary>
internal sealed class DataExport(NpgsqlDataSource source)
{
    private const string Activity =
        """
        activity_id, source, external_id, start_at, start_local, time_zone, sport, surface, distance_m, moving_s, elapsed_s, elevation_gain_m, avg_hr_bpm, max_hr_bpm,
        avg_cadence_spm, temperature_c, is_manual, is_commute, is_private, title, description, private_note, gear_name, device, body_mass_kg, carried_mass_kg, fetched_at, expires_at
        """;

    // Everything is one statement under one snapshot each, and all have the runner as their only parameter.
    private static readonly (string Name, string Words, string Sql)[] Tables =
    [
        ("runner", "Profile", "select runner_id, email, email_confirmed_at, birth_year, time_zone, units, language, week_starts_on, hr_max_bpm, experienced_since, usual_load_kg, ironman_until, created_at from runners where runner_id = @runner"),
        ("connections", "Connections", "select provider, external_id, state, scopes, connected_at, last_contact_at, expires_at from connections where runner_id = @runner order by connection_id"),
        ("consents", "Consents", "select provider, version, given_at from consents where runner_id = @runner order by consent_id"),
        ("activities", "Activities", $"select {Activity} from activities where runner_id = @runner order by start_local, activity_id"),
        ("tags", "Tags", "select activity_id, outcome, tags.source, pieces, evidence, lexicon_version, tagged_at from activity_tags as tags join activities using (activity_id) where runner_id = @runner order by activity_id"),
        ("corrections", "Your word about runs", "select activity_ref, outcome, pieces, corrected_at from corrections where runner_id = @runner order by activity_ref"),
        ("run_decisions", "Your word about duplicates", "select one_ref, other_ref, is_one_run, decided_at from run_decisions where runner_id = @runner order by one_ref, other_ref"),
        ("load_settings", "Gear and usual loads", "select default_loads, gear_loads, usual_bag_counts, usual_bag_kg, refusals, changed_at from load_settings where runner_id = @runner"),
        ("body_mass_entries", "Body weights", "select measured_on, source, mass_kg, entered_at, expires_at from body_mass_entries where runner_id = @runner order by measured_on, source"),
        ("digests", "Digests", "select week_starts_on, kind, state, due_at, sent_at from digests where runner_id = @runner order by digest_id"),
        ("digest_settings", "Digest settings", "select weekday, hour, unsubscribed_at, next_due_at from digest_settings where runner_id = @runner"),
        ("uploads", "Uploads", "select file_name, uploaded_at, activities_read, added, changed, problems from uploads where runner_id = @runner order by upload_id"),
    ];

    public async Task<IReadOnlyList<DataRow>> CountAsync(RunnerId runner, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var counts = await connection.QueryAsync<long>(string.Join(" union all ", Tables.Select((table, i) => $"select count(*) from ({table.Sql}) as table_{i}")), new { runner });
        return [.. Tables.Zip(counts, (table, count) => new DataRow(table.Words, count))];
    }

    public async Task WriteJsonAsync(RunnerId runner, Stream body, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var writer = new StreamWriter(body, new UTF8Encoding(false), leaveOpen: true);
        var separator = "{";
        foreach (var (name, _, sql) in Tables)
        {
            await writer.WriteAsync($"{separator}\n\"{name}\": [");
            separator = ",";
            await WriteRowsAsync(connection, writer, $"select to_jsonb(r)::text from ({sql}) as r", runner, ",", cancellation);
            await writer.WriteAsync("\n]");
        }

        await writer.WriteAsync("\n}\n");
    }

    public async Task WriteCsvAsync(RunnerId runner, Stream body, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var writer = new StreamWriter(body, new UTF8Encoding(false), leaveOpen: true);
        var columns = $"{Activity}, outcome as tag, pieces as carried".Replace("\n", " ", StringComparison.Ordinal);
        await using var command = connection.CreateCommand();
        command.CommandText = $"select {columns.Replace(" source,", " activities.source,", StringComparison.Ordinal)} from activities left join activity_tags using (activity_id) where runner_id = @runner order by start_local, activity_id";
        command.Parameters.AddWithValue("runner", runner.Value);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        await writer.WriteLineAsync(string.Join(',', Enumerable.Range(0, rows.FieldCount).Select(rows.GetName)));
        while (await rows.ReadAsync(cancellation))
            await writer.WriteLineAsync(string.Join(',', Enumerable.Range(0, rows.FieldCount).Select(i => Cell(rows.GetValue(i)))));
    }

    private static async Task WriteRowsAsync(NpgsqlConnection connection, StreamWriter writer, string sql, RunnerId runner, string between, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("runner", runner.Value);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        for (var isFirst = true; await rows.ReadAsync(cancellation); isFirst = false)
            await writer.WriteAsync($"{(isFirst ? "" : between)}\n{rows.GetString(0)}");
    }

    /// <summary>Quoted where needed; a text that a spreadsheet would take for a formula has an apostrophe in front.</summary>
    private static string Cell(object value)
    {
        var text = value switch
        {
            DBNull => "",
            DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + (time.Kind == DateTimeKind.Utc ? "Z" : ""),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            string words when words.Length > 0 && "=+-@\t\r".Contains(words[0], StringComparison.Ordinal) => "'" + words,
            _ => value.ToString()!,
        };
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
