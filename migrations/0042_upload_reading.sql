-- An upload whose files have arrived and are being read; its figures follow.
alter table uploads add column is_reading boolean not null default false;
