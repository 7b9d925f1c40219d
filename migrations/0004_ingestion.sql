-- Events as providers push them: a hint that something changed, never the truth about what.
create table inbox (
    event_id bigint generated always as identity primary key,
    provider text not null,
    event_key text not null,
    owner_external_id text not null,
    object_type text not null,
    object_external_id text not null,
    aspect text not null,
    occurred_at timestamptz not null,
    received_at timestamptz not null,
    state text not null default 'pending',
    state_reason text,
    attempts integer not null default 0,
    due_at timestamptz not null,
    handled_at timestamptz,
    expires_at timestamptz not null,
    constraint inbox_event_key_unique unique (provider, event_key),
    constraint inbox_state_known check (state in ('pending', 'done', 'ignored', 'parked'))
);

create index inbox_due on inbox (due_at) where state = 'pending';
create index inbox_owner on inbox (provider, owner_external_id);
create index inbox_expires_at on inbox (expires_at);

-- How far the first reading of a connection's history has come, newest first.
create table backfills (
    connection_id bigint primary key references connections on delete cascade,
    state text not null default 'running',
    state_reason text,
    oldest_wanted_at timestamptz not null,
    read_back_to_at timestamptz,
    pages_read integer not null default 0,
    activities_read integer not null default 0,
    started_at timestamptz not null,
    heartbeat_at timestamptz not null,
    finished_at timestamptz,
    expires_at timestamptz not null,
    constraint backfills_state_known check (state in ('running', 'done', 'parked'))
);

create index backfills_running on backfills (heartbeat_at) where state = 'running';
create index backfills_expires_at on backfills (expires_at);

-- Activities that a provider announces but does not deliver, with the reason and when to ask again; never when next_try_at is null.
create table parked_activities (
    connection_id bigint not null references connections on delete cascade,
    external_id text not null,
    reason text not null,
    attempts integer not null,
    parked_at timestamptz not null,
    next_try_at timestamptz,
    expires_at timestamptz not null,
    primary key (connection_id, external_id)
);

create index parked_activities_due on parked_activities (next_try_at) where next_try_at is not null;
create index parked_activities_expires_at on parked_activities (expires_at);

-- The calls that one provider application has used of its allowance, per window, as the provider's own headers tell it.
create table api_budget_windows (
    provider text not null,
    bucket text not null,
    span text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    calls_allowed integer not null,
    calls_used integer not null default 0,
    reported_at timestamptz,
    primary key (provider, bucket, span, starts_at),
    constraint api_budget_windows_span_known check (span in ('quarter_hour', 'day'))
);

create index api_budget_windows_ends_at on api_budget_windows (ends_at);
