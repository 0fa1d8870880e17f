create table notes (
  id uuid primary key,
  user_id uuid not null,
  title text not null,
  body text not null,
  created_at timestamptz not null
);
create policy own on notes to triptych_notes using (user_id = platform.user_id());
