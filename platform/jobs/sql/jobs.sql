-- After the queue's own tables. Recurring work is kept here, as its next run follows a person's wall clock.
create table if not exists jobs.recurring (
  job text not null,
  key text not null,
  cron text not null,
  zone text not null,
  payload jsonb not null,
  user_id uuid,
  next_run_at timestamptz not null,
  primary key (job, key)
);
create index if not exists recurring__next_run_at on jobs.recurring (next_run_at);
create index if not exists recurring__user_id on jobs.recurring (user_id) where user_id is not null;

-- A module reaches its own recurring rows alone: a job's name begins with its module.
alter table jobs.recurring enable row level security;
alter table jobs.recurring force row level security;
drop policy if exists run on jobs.recurring;
create policy run on jobs.recurring to triptych_jobs using (true);
drop policy if exists own on jobs.recurring;
create policy own on jobs.recurring to triptych_jobs_sender
  using ('triptych_' || replace(split_part(job, '.', 1), '-', '_') = current_user);

grant usage on schema jobs to triptych_jobs, triptych_jobs_sender;
grant select, insert, update, delete on all tables in schema jobs to triptych_jobs;
grant select on jobs.queue to triptych_jobs_sender;
grant insert, select (id) on jobs.job_common to triptych_jobs_sender;
grant select, insert, update, delete on jobs.recurring to triptych_jobs_sender;
