-- What each plan includes; null means without limit.
create table plans (
  name text primary key,
  rank integer not null unique,
  turns_per_day integer not null,
  mirror_sessions_per_week integer,
  reframes_per_session integer,
  spectrum text not null check (spectrum in ('none', 'weekly', 'weekly_monthly'))
);
insert into plans (name, rank, turns_per_day, mirror_sessions_per_week, reframes_per_session, spectrum) values
  ('free', 0, 3, 2, 10, 'none'),
  ('prism', 1, 30, 20, null, 'weekly'),
  ('prism_plus', 2, 100, null, null, 'weekly_monthly');
create policy everyone on plans for select to triptych_billing using (true);
revoke insert, update, delete on plans from triptych_billing;

-- The ledger: verified facts, never changed. What somebody may do is a function of these and the time.
create table billing_facts (
  id uuid primary key,
  user_id uuid not null,
  source text not null check (source in ('admin', 'apple', 'google', 'stripe')),
  kind text not null check (kind in ('grant', 'revoke')),
  plan text not null references plans (name),
  expires_at timestamptz,
  reason text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null
);
create index billing_facts__user_id on billing_facts (user_id, recorded_at);
create policy own on billing_facts to triptych_billing using (user_id = platform.user_id());

create table entitlement_snapshots (
  user_id uuid primary key,
  grants jsonb not null,
  computed_at timestamptz not null
);
create policy own on entitlement_snapshots to triptych_billing using (user_id = platform.user_id());

-- One row for each thing a plan includes so many of. A reservation counts until it ends.
create table usage (
  id uuid primary key,
  user_id uuid not null,
  meter text not null check (meter in ('turns_per_day', 'mirror_sessions_per_week')),
  used_at timestamptz not null,
  reserved_until timestamptz
);
create index usage__user_id on usage (user_id, meter, used_at);
create policy own on usage to triptych_billing using (user_id = platform.user_id());
