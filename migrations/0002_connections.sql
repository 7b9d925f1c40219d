-- One authorisation that a runner gave at a provider. It stays while it stands;
-- once it is broken, expires_at says when what is left of it goes.
create table connections (
    connection_id bigint generated always as identity primary key,
    runner_id bigint not null references runners on delete cascade,
    provider text not null,
    external_id text not null,
    state text not null default 'active',
    state_reason text,
    state_changed_at timestamptz not null default now(),
    scopes text[] not null default '{}',
    access_token_encrypted bytea,
    access_token_expires_at timestamptz,
    refresh_token_encrypted bytea,
    connected_at timestamptz not null default now(),
    last_contact_at timestamptz not null default now(),
    last_event_at timestamptz,
    last_reconciled_at timestamptz,
    expires_at timestamptz,
    constraint connections_external_id_unique unique (provider, external_id),
    constraint connections_one_per_runner unique (runner_id, provider),
    constraint connections_state_known check (state in ('active', 'broken')),
    constraint connections_broken_expire check ((state = 'broken') = (expires_at is not null))
);

create index connections_expires_at on connections (expires_at) where expires_at is not null;
create index connections_due_for_reconciling on connections (provider, last_reconciled_at nulls first) where state = 'active';

-- The one push subscription that an application has at a provider. Address and token are secrets.
create table subscriptions (
    provider text primary key,
    external_id text,
    callback_url_encrypted bytea not null,
    verify_token_encrypted bytea not null,
    created_at timestamptz not null default now(),
    verified_at timestamptz,
    checked_at timestamptz,
    problem text
);

-- What was deleted, for whom and why, in numbers alone: the runner it names may be gone.
create table deletion_receipts (
    receipt_id bigint generated always as identity primary key,
    runner_id bigint not null,
    provider text,
    cause text not null,
    requested_at timestamptz not null,
    completed_at timestamptz not null,
    row_counts jsonb not null
);

create index deletion_receipts_runner_id on deletion_receipts (runner_id);
