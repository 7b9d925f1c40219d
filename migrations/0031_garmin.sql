-- When the runner was last told that his key is about to end (access_token_expires_at).
alter table connections add column key_warned_at timestamptz;

-- What Garmin pushed, item by item. The words are encrypted: some are addresses that open a runner's data. Blanked when it is handled.
create table garmin_notices (
    notice_id bigint generated always as identity primary key,
    connection_id bigint not null references connections on delete cascade,
    notice_key text not null,
    kind text not null,
    words_encrypted bytea,
    -- A file answers once: its bytes are here before anything looks into them, and gone when they are read.
    file_encrypted bytea,
    received_at timestamptz not null,
    state text not null default 'pending',
    state_reason text,
    attempts integer not null default 0,
    due_at timestamptz not null,
    handled_at timestamptz,
    expires_at timestamptz not null,
    constraint garmin_notices_key_unique unique (connection_id, notice_key),
    constraint garmin_notices_state_known check (state in ('pending', 'done', 'ignored', 'parked')),
    constraint garmin_notices_pending_has_words check (state <> 'pending' or words_encrypted is not null)
);

create index garmin_notices_due on garmin_notices (connection_id, due_at) where state = 'pending';
create index garmin_notices_expires_at on garmin_notices (expires_at);

-- The periods of history that Garmin is asked for, and what it answered: a period is delivered once.
create table garmin_backfill_windows (
    connection_id bigint not null references connections on delete cascade,
    from_at timestamptz not null,
    until_at timestamptz not null,
    outcome text,
    asked_at timestamptz,
    primary key (connection_id, from_at, until_at),
    constraint garmin_backfill_windows_outcome_known check (outcome in ('accepted', 'asked_before', 'missing_permission', 'not_provisioned'))
);

create index garmin_backfill_windows_wanted on garmin_backfill_windows (connection_id, until_at) where outcome is null;
