using Dapper;
using Npgsql;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Ingestion;

/// <summary>The activities of runners. A page of any size is one statement.</summary>
internal sealed class ActivityStore(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>
    /// Adds what is new and brings what is known up to date. Rows of a connection need <paramref name="expiresAt"/>; rows of the runner's own files have none.
    /// </summary>
    public async Task<IReadOnlyList<StoredActivity>> StoreAsync(
        RunnerId runner, ConnectionId? connection, IEnumerable<IncomingActivity> activities, DateTimeOffset? expiresAt, CancellationToken cancellation)
    {
        var page = new ActivityPage(activities);
        if (page.Count == 0)
            return [];

        await using var session = await source.OpenConnectionAsync(cancellation);
        return (await session.QueryAsync<StoredActivity>(StoreSql, page.Columns(runner, connection, time.GetUtcNow(), expiresAt))).AsList();
    }

    private const string StoreSql =
        """
        with page as (
            select * from unnest(
                @source, @external_id, @start_at, @start_local, @utc_offset_s, @time_zone, @sport, @provider_sport, @surface,
                @distance_m, @moving_s, @elapsed_s, @elevation_gain_m, @avg_hr_bpm, @max_hr_bpm, @avg_cadence_spm, @temperature_c,
                @is_manual, @is_commute, @is_private, @workout_type, @title, @gear_id, @device, @body_mass_kg, @carried_mass_kg,
                @external_ids, @has_detail, @description, @private_note, @gear_name)
            as page (
                source, external_id, start_at, start_local, utc_offset_s, time_zone, sport, provider_sport, surface,
                distance_m, moving_s, elapsed_s, elevation_gain_m, avg_hr_bpm, max_hr_bpm, avg_cadence_spm, temperature_c,
                is_manual, is_commute, is_private, workout_type, title, gear_id, device, body_mass_kg, carried_mass_kg,
                external_ids, has_detail, description, private_note, gear_name)
        ),
        -- As it was: every part of one statement sees the rows from before it.
        known as (
            select source, external_id,
                   (known.start_local, known.sport, known.surface, known.distance_m, known.moving_s, known.elapsed_s, known.elevation_gain_m,
                    known.avg_hr_bpm, known.max_hr_bpm, known.avg_cadence_spm, known.is_manual, known.is_commute, known.workout_type,
                    known.title, known.gear_id, known.carried_mass_kg)
                   is distinct from
                   (page.start_local, page.sport, page.surface, page.distance_m, page.moving_s, page.elapsed_s, page.elevation_gain_m,
                    page.avg_hr_bpm, page.max_hr_bpm, page.avg_cadence_spm, page.is_manual, page.is_commute, page.workout_type,
                    page.title, page.gear_id, page.carried_mass_kg)
                   or (page.has_detail and
                       (known.description, known.private_note, known.gear_name) is distinct from (page.description, page.private_note, page.gear_name))
                   as is_changed
            from activities as known
            join page using (source, external_id)
            where known.runner_id = @runner
        ),
        stored as (
            insert into activities (
                runner_id, connection_id, source, external_id, start_at, start_local, utc_offset_s, time_zone, sport, provider_sport, surface,
                distance_m, moving_s, elapsed_s, elevation_gain_m, avg_hr_bpm, max_hr_bpm, avg_cadence_spm, temperature_c,
                is_manual, is_commute, is_private, workout_type, title, gear_id, device, body_mass_kg, carried_mass_kg, external_ids,
                description, private_note, gear_name, detail_fetched_at, detail_expires_at, fetched_at, expires_at)
            select @runner, @connection, source, external_id, start_at, start_local, utc_offset_s, time_zone, sport, provider_sport, surface,
                   distance_m, moving_s, elapsed_s, elevation_gain_m, avg_hr_bpm, max_hr_bpm, avg_cadence_spm, temperature_c,
                   is_manual, is_commute, is_private, workout_type, title, gear_id, device, body_mass_kg, carried_mass_kg, external_ids,
                   description, private_note, gear_name,
                   case when has_detail then @now end, case when has_detail then @expiresAt end, @now, @expiresAt
            from page
            -- In one order for all, so that two pages which overlap never wait for each other in a ring.
            order by source, external_id
            on conflict (runner_id, source, external_id) do update set
                connection_id = excluded.connection_id,
                start_at = excluded.start_at,
                start_local = excluded.start_local,
                utc_offset_s = excluded.utc_offset_s,
                time_zone = excluded.time_zone,
                sport = excluded.sport,
                provider_sport = excluded.provider_sport,
                surface = excluded.surface,
                distance_m = excluded.distance_m,
                moving_s = excluded.moving_s,
                elapsed_s = excluded.elapsed_s,
                elevation_gain_m = excluded.elevation_gain_m,
                avg_hr_bpm = excluded.avg_hr_bpm,
                max_hr_bpm = excluded.max_hr_bpm,
                avg_cadence_spm = excluded.avg_cadence_spm,
                temperature_c = excluded.temperature_c,
                is_manual = excluded.is_manual,
                is_commute = excluded.is_commute,
                is_private = excluded.is_private,
                workout_type = excluded.workout_type,
                title = excluded.title,
                gear_id = excluded.gear_id,
                device = excluded.device,
                body_mass_kg = excluded.body_mass_kg,
                carried_mass_kg = excluded.carried_mass_kg,
                external_ids = excluded.external_ids,
                description = case when excluded.detail_fetched_at is null then activities.description else excluded.description end,
                private_note = case when excluded.detail_fetched_at is null then activities.private_note else excluded.private_note end,
                gear_name = case when excluded.detail_fetched_at is null then activities.gear_name else excluded.gear_name end,
                detail_fetched_at = coalesce(excluded.detail_fetched_at, activities.detail_fetched_at),
                detail_expires_at = case when excluded.detail_fetched_at is null then activities.detail_expires_at else excluded.detail_expires_at end,
                fetched_at = excluded.fetched_at,
                expires_at = excluded.expires_at
            returning activity_id, source, external_id, detail_fetched_at is not null as has_detail
        )
        select activity_id, source, external_id, known.source is null as is_new, coalesce(is_changed, true) as is_changed, has_detail
        from stored
        left join known using (source, external_id)
        """;
}
