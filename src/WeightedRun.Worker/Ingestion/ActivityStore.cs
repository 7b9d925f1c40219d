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
        await using var session = await source.OpenConnectionAsync(cancellation);
        return await StoreAsync(session, runner, connection, activities, expiresAt);
    }

    /// <summary>The same in a session of the caller's, and in its transaction where there is one.</summary>
    public async Task<IReadOnlyList<StoredActivity>> StoreAsync(
        NpgsqlConnection session, RunnerId runner, ConnectionId? connection, IEnumerable<IncomingActivity> activities, DateTimeOffset? expiresAt)
    {
        var page = new ActivityPage(activities);
        return page.Count == 0 ? [] : (await session.QueryAsync<StoredActivity>(StoreSql, page.Columns(runner, connection, time.GetUtcNow(), expiresAt))).AsList();
    }

    private const string StoreSql =
        """
        with page as (
            select * from unnest(
                @source, @external_id, @start_at, @start_local, @utc_offset_s, @time_zone, @sport, @provider_sport, @surface,
                @distance_m, @moving_s, @elapsed_s, @elevation_gain_m, @avg_hr_bpm, @max_hr_bpm, @avg_cadence_spm, @temperature_c,
                @is_manual, @is_commute, @is_private, @workout_type, @title, @gear_id, @device, @body_mass_kg, @carried_mass_kg,
                @external_ids, @timer_s, @is_parent, @parent_external_id, @has_detail, @description, @private_note, @gear_name)
            as page (
                source, external_id, start_at, start_local, utc_offset_s, time_zone, sport, provider_sport, surface,
                distance_m, moving_s, elapsed_s, elevation_gain_m, avg_hr_bpm, max_hr_bpm, avg_cadence_spm, temperature_c,
                is_manual, is_commute, is_private, workout_type, title, gear_id, device, body_mass_kg, carried_mass_kg,
                external_ids, timer_s, is_parent, parent_external_id, has_detail, description, private_note, gear_name)
        )
        insert into activities (
            runner_id, connection_id, source, external_id, start_at, start_local, utc_offset_s, time_zone, sport, provider_sport, surface,
            distance_m, moving_s, elapsed_s, elevation_gain_m, avg_hr_bpm, max_hr_bpm, avg_cadence_spm, temperature_c,
            is_manual, is_commute, is_private, workout_type, title, gear_id, device, body_mass_kg, carried_mass_kg, external_ids,
            timer_s, is_parent, parent_external_id, description, private_note, gear_name, detail_fetched_at, detail_expires_at, fetched_at, changed_at, expires_at)
        select @runner, @connection, source, external_id, start_at, start_local, utc_offset_s, time_zone, sport, provider_sport, surface,
               distance_m, moving_s, elapsed_s, elevation_gain_m, avg_hr_bpm, max_hr_bpm, avg_cadence_spm, temperature_c,
               is_manual, is_commute, is_private, workout_type, title, gear_id, device, body_mass_kg, carried_mass_kg, external_ids,
               timer_s, is_parent, parent_external_id, description, private_note, gear_name,
               case when has_detail then @now end, case when has_detail then @expiresAt end, @now, statement_timestamp(), @expiresAt
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
            timer_s = excluded.timer_s,
            is_parent = excluded.is_parent,
            parent_external_id = excluded.parent_external_id,
            description = case when excluded.detail_fetched_at is null then activities.description else excluded.description end,
            private_note = case when excluded.detail_fetched_at is null then activities.private_note else excluded.private_note end,
            gear_name = case when excluded.detail_fetched_at is null then activities.gear_name else excluded.gear_name end,
            detail_fetched_at = coalesce(excluded.detail_fetched_at, activities.detail_fetched_at),
            detail_expires_at = case when excluded.detail_fetched_at is null then activities.detail_expires_at else excluded.detail_expires_at end,
            fetched_at = excluded.fetched_at,
            changed_at = case
                when (activities.start_local, activities.sport, activities.surface, activities.distance_m, activities.moving_s, activities.elapsed_s, activities.elevation_gain_m,
                      activities.avg_hr_bpm, activities.max_hr_bpm, activities.avg_cadence_spm, activities.is_manual, activities.is_commute, activities.workout_type,
                      activities.title, activities.gear_id, activities.carried_mass_kg)
                     is distinct from
                     (excluded.start_local, excluded.sport, excluded.surface, excluded.distance_m, excluded.moving_s, excluded.elapsed_s, excluded.elevation_gain_m,
                      excluded.avg_hr_bpm, excluded.max_hr_bpm, excluded.avg_cadence_spm, excluded.is_manual, excluded.is_commute, excluded.workout_type,
                      excluded.title, excluded.gear_id, excluded.carried_mass_kg)
                  or (excluded.detail_fetched_at is not null and
                      (activities.description, activities.private_note, activities.gear_name) is distinct from (excluded.description, excluded.private_note, excluded.gear_name))
                then excluded.changed_at
                else activities.changed_at
            end,
            expires_at = excluded.expires_at
        -- A row that was inserted has no xmax; one that was changed now bears this statement's time.
        returning activity_id, source, external_id, xmax = 0 as is_new, changed_at = statement_timestamp() as is_changed, detail_fetched_at is not null as has_detail
        """;
}
