-- What a runner says of himself is the product's own and stays until he deletes it.
create table runners (
    runner_id bigint generated always as identity primary key,
    email text,
    email_confirmed_at timestamptz,
    birth_year smallint,
    time_zone text not null default 'Etc/UTC',
    units text not null default 'metric',
    language text not null default 'en',
    week_starts_on smallint not null default 1,
    hr_max_bpm double precision,
    hr_rest_bpm double precision,
    experienced_since date,
    usual_load_kg double precision,
    ironman_until date,
    ironman_set_on date,
    created_at timestamptz not null default now(),
    constraint runners_units_known check (units in ('metric', 'imperial')),
    constraint runners_week_starts_on_is_a_weekday check (week_starts_on between 0 and 6)
);

create unique index runners_email_unique on runners (lower(email));

-- The key ring of ASP.NET Data Protection. Each key is encrypted under a master key that the database does not hold.
create table data_protection_keys (
    key_id bigint generated always as identity primary key,
    friendly_name text not null,
    xml text not null,
    created_at timestamptz not null default now()
);
