-- When a runner wants the digest. Nothing is due before the address is confirmed (runners.email_confirmed_at).
create table digest_settings (
    runner_id bigint primary key references runners on delete cascade,
    weekday smallint not null default 1,
    hour smallint not null default 7,
    unsubscribed_at timestamptz,
    next_due_at timestamptz not null,
    constraint digest_settings_weekday_known check (weekday between 0 and 6),
    constraint digest_settings_hour_known check (hour between 0 and 23)
);

create index digest_settings_due on digest_settings (next_due_at) where unsubscribed_at is null;

-- One row per runner, week and kind: whoever wants to send takes it through its states, and nobody sends without it.
-- The message is written before SMTP begins and blanked when it is done: the row itself tells nothing of the runs.
create table digests (
    digest_id bigint generated always as identity primary key,
    runner_id bigint not null references runners on delete cascade,
    week_starts_on date not null,
    kind text not null default 'weekly',
    state text not null default 'pending',
    state_reason text,
    due_at timestamptz not null,
    next_try_at timestamptz not null,
    attempts integer not null default 0,
    claim uuid,
    claimed_at timestamptz,
    message_id text,
    message bytea,
    sent_at timestamptz,
    constraint digests_one_per_week unique (runner_id, week_starts_on, kind),
    constraint digests_state_known check (state in ('pending', 'composing', 'sending', 'sent', 'failed', 'skipped', 'ambiguous')),
    constraint digests_claimed_while_worked_on check ((state in ('composing', 'sending')) = (claim is not null)),
    constraint digests_message_while_sending check (message is null or state in ('sending', 'ambiguous'))
);

create index digests_pending on digests (next_try_at) where state = 'pending';
create index digests_claimed on digests (claimed_at) where claim is not null;

-- Addresses that a mail server refused for good, as hashes: they outlive the runner, and tell nobody's name.
create table suppressed_addresses (
    address_hash bytea primary key,
    reason text not null,
    suppressed_at timestamptz not null
);
