-- What a runner agreed to before he was sent to a provider; nobody's until he comes back from there.
create table consents (
    consent_id bigint generated always as identity primary key,
    runner_id bigint references runners on delete cascade,
    provider text not null,
    version text not null,
    given_at timestamptz not null
);

create index consents_runner_id on consents (runner_id);

-- A link by mail opens a session once: the moment of the last sign-in is part of it. The health notice is asked for before anything else is shown.
alter table runners
    add column signed_in_at timestamptz,
    add column health_notice_at timestamptz,
    add column leaving_at timestamptz;

-- What came of an upload: the file itself is gone when it is read.
create table uploads (
    upload_id bigint generated always as identity primary key,
    runner_id bigint not null references runners on delete cascade,
    file_name text not null,
    uploaded_at timestamptz not null,
    activities_read integer not null,
    runs integer not null,
    added integer not null,
    changed integer not null,
    problems jsonb not null default '[]',
    problem_count integer not null default 0
);

create index uploads_runner_id on uploads (runner_id, upload_id);
