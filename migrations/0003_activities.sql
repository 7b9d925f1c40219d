-- Activities of every source. Rows of a provider expire; rows of the runner's own files do not.
-- No position and no polyline: there is no column for them.
create table activities (
    activity_id bigint generated always as identity primary key,
    runner_id bigint not null references runners on delete cascade,
    connection_id bigint references connections on delete cascade,
    source text not null,
    external_id text not null,
    start_at timestamptz,
    start_local timestamp not null,
    utc_offset_s integer,
    time_zone text,
    sport text not null,
    provider_sport text,
    surface text not null,
    distance_m double precision,
    moving_s double precision,
    elapsed_s double precision,
    elevation_gain_m double precision,
    avg_hr_bpm double precision,
    max_hr_bpm double precision,
    avg_cadence_spm double precision,
    temperature_c double precision,
    is_manual boolean not null,
    is_commute boolean not null,
    is_private boolean not null,
    workout_type smallint not null,
    title text,
    gear_id text,
    device text,
    body_mass_kg double precision,
    carried_mass_kg double precision,
    external_ids text not null default '',
    -- From the detail call alone; blanked by the purge when detail_expires_at has passed.
    description text,
    private_note text,
    gear_name text,
    detail_fetched_at timestamptz,
    detail_expires_at timestamptz,
    fetched_at timestamptz not null,
    expires_at timestamptz,
    constraint activities_external_id_unique unique (runner_id, source, external_id),
    constraint activities_of_providers_expire check (connection_id is null or expires_at is not null)
);

create index activities_start_local on activities (runner_id, start_local);
create index activities_connection_id on activities (connection_id, start_at) where connection_id is not null;
create index activities_expires_at on activities (expires_at) where expires_at is not null;
create index activities_detail_expires_at on activities (detail_expires_at) where detail_expires_at is not null;

-- What the tagger read from an activity; gone with it.
create table activity_tags (
    activity_id bigint primary key references activities on delete cascade,
    outcome text not null,
    source text,
    pieces jsonb not null default '[]',
    evidence jsonb not null default '[]',
    lexicon_version text not null,
    tagged_at timestamptz not null,
    constraint activity_tags_outcome_known check (outcome in ('weighted', 'suspected', 'not_weighted'))
);

-- The runner's own word about one run. It names the run as source:external_id rather than by key,
-- so that it outlives the purge and holds again when the run is fetched again.
create table corrections (
    runner_id bigint not null references runners on delete cascade,
    activity_ref text not null,
    outcome text not null,
    pieces jsonb not null default '[]',
    corrected_at timestamptz not null,
    primary key (runner_id, activity_ref),
    constraint corrections_outcome_known check (outcome in ('weighted', 'not_weighted'))
);

-- Body mass as the runner typed it or his files tell it (stays), or as a provider's profile tells it (expires).
create table body_mass_entries (
    runner_id bigint not null references runners on delete cascade,
    measured_on date not null,
    source text not null,
    connection_id bigint references connections on delete cascade,
    mass_kg double precision not null,
    entered_at timestamptz not null,
    expires_at timestamptz,
    primary key (runner_id, measured_on, source),
    constraint body_mass_entries_of_providers_expire check (connection_id is null or expires_at is not null),
    constraint body_mass_entries_mass_is_a_persons check (mass_kg between 20 and 400)
);

create index body_mass_entries_connection_id on body_mass_entries (connection_id) where connection_id is not null;
create index body_mass_entries_expires_at on body_mass_entries (expires_at) where expires_at is not null;
