-- By which time zone a person's days or weeks are counted, and when the running one ends.
create table usage_clocks (
  user_id uuid not null,
  meter text not null check (meter in ('turns_per_day', 'mirror_sessions_per_week')),
  time_zone text not null,
  window_ends_at timestamptz not null,
  moved_at timestamptz,
  primary key (user_id, meter)
);
create policy own on usage_clocks to triptych_billing using (user_id = platform.user_id());
