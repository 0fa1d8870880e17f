create table turns (
  id uuid primary key,
  user_id uuid not null,
  status text not null check (status in ('ok', 'crisis')),
  sealed_thought bytea not null,
  -- Views and action, or in a crisis the help that was shown; under the person's key like the thought.
  sealed_answer bytea not null,
  engine text,
  prompt_version text,
  saved_at timestamptz,
  created_at timestamptz not null
);
create index turns__user_id on turns (user_id, id desc);
create policy own on turns to triptych_turn using (user_id = platform.user_id());
