-- Waiting events are looked for by their owner: at each arrival (is a job on its way?) and by that job.
create index inbox_pending_owner on inbox (provider, owner_external_id, due_at) where state = 'pending';
