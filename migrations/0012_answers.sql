-- What a run was taken for before the runner's word, so that the next digest can say what changed. Read from a provider's words, so it goes as they go.
alter table corrections
    add column previous_outcome text,
    add column previous_pieces jsonb,
    add column previous_until timestamptz;

-- How runners take questions: after three times no in a row, or a word, a kind of question is not asked any more.
create table question_refusals (
    runner_id bigint not null references runners on delete cascade,
    kind text not null,
    refusals integer not null default 0,
    is_silenced boolean not null default false,
    primary key (runner_id, kind)
);
