-- An address that waits for its confirmation, and how many mails were sent to get it: nobody's mailbox is filled from here.
create table address_requests (
    runner_id bigint primary key references runners on delete cascade,
    email text not null,
    requested_at timestamptz not null,
    window_starts_at timestamptz not null,
    mails_in_window integer not null
);

create index address_requests_email on address_requests (lower(email));

-- Until when the mails that one mailbox provider gets from here are spoken for.
create table mail_domains (
    domain text primary key,
    free_at timestamptz not null
);

-- A digest that waited for its turn at a mailbox provider has it when it comes back.
alter table digests add column has_turn boolean not null default false;
