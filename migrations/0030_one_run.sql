-- What tells one run from another beyond its measures: the watch's timer, and the place in a multisport activity.
alter table activities
    add column timer_s double precision,
    add column is_parent boolean not null default false,
    add column parent_external_id text;

-- The runner's own word that two recordings are one run, or two. They are named as corrections name them, so that the word outlives the purge.
create table run_decisions (
    runner_id bigint not null references runners on delete cascade,
    one_ref text not null,
    other_ref text not null,
    is_one_run boolean not null,
    decided_at timestamptz not null,
    primary key (runner_id, one_ref, other_ref),
    constraint run_decisions_in_order check (one_ref collate "C" < other_ref collate "C")
);
