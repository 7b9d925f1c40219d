-- What a runner has told about equipment once and for all, and what the answers about single runs have taught. The runner's own: it stays until it is deleted.
create table load_settings (
    runner_id bigint primary key references runners on delete cascade,
    -- By kind of equipment, in kilograms: {"vest": 8}.
    default_loads jsonb not null default '{}',
    -- By the name that the runner entered: {"Black vest": {"kind": "vest", "kg": 8}}.
    gear_loads jsonb not null default '{}',
    usual_bag_counts boolean,
    usual_bag_kg double precision,
    -- How often a word of the lists was answered with no: {"soft-equipment:pack": 2}.
    refusals jsonb not null default '{}',
    changed_at timestamptz not null,
    constraint load_settings_bag_is_settled check (usual_bag_kg is null or usual_bag_counts)
);

-- What a run was taken for before the runner's settings said otherwise, so that the next digest can say what changed.
alter table activity_tags
    add column previous_outcome text,
    add column previous_pieces jsonb,
    add column previous_until timestamptz;
