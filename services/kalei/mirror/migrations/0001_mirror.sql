create table mirror_sessions (
  id uuid primary key,
  user_id uuid not null,
  started_at timestamptz not null,
  closed_at timestamptz,
  -- Grows with every change of the session's messages, so that a decision made outside the transaction is noticed.
  revision integer not null default 0,
  -- Reflection, or in a crisis the help that was shown; under the person's key. Gone when a message it came from goes.
  sealed_reflection bytea,
  reflection_engine text,
  reflection_prompt_version text
);
create index mirror_sessions__user_id on mirror_sessions (user_id, id desc);
create policy own on mirror_sessions to triptych_mirror using (user_id = platform.user_id());

create table mirror_messages (
  id uuid primary key,
  user_id uuid not null,
  session_id uuid not null references mirror_sessions (id) on delete cascade,
  position integer not null,
  status text not null check (status in ('ok', 'crisis')),
  sealed_content bytea not null,
  sealed_crisis bytea,
  engine text,
  prompt_version text,
  created_at timestamptz not null,
  edited_at timestamptz,
  unique (session_id, position),
  -- A crisis carries the help that was shown and nothing that was derived.
  check ((status = 'crisis') = (sealed_crisis is not null)),
  check (status = 'ok' or engine is null)
);
create index mirror_messages__user_id on mirror_messages (user_id, created_at);
create policy own on mirror_messages to triptych_mirror using (user_id = platform.user_id());

create table mirror_fragments (
  id uuid primary key,
  user_id uuid not null,
  session_id uuid not null references mirror_sessions (id) on delete cascade,
  message_id uuid not null references mirror_messages (id) on delete cascade,
  type text not null,
  -- UTF-16 units into the message's content.
  start_offset integer not null check (start_offset >= 0),
  end_offset integer not null check (end_offset > start_offset),
  sealed_text bytea not null,
  confidence double precision not null check (confidence between 0 and 1),
  engine text not null,
  prompt_version text not null
);
create index mirror_fragments__message_id on mirror_fragments (message_id, start_offset);
create index mirror_fragments__session_id on mirror_fragments (session_id);
create index mirror_fragments__user_id on mirror_fragments (user_id);
create policy own on mirror_fragments to triptych_mirror using (user_id = platform.user_id());

-- One row for each fragment that was turned. It outlives its fragment, emptied, so that an edit gives nothing back.
create table mirror_reframes (
  fragment_id uuid primary key,
  user_id uuid not null,
  session_id uuid not null references mirror_sessions (id) on delete cascade,
  -- Set while the answer is awaited; a reservation counts until it ends.
  reserved_until timestamptz,
  sealed_answer bytea,
  engine text,
  prompt_version text,
  created_at timestamptz not null
);
create index mirror_reframes__session_id on mirror_reframes (session_id);
create index mirror_reframes__user_id on mirror_reframes (user_id);
create policy own on mirror_reframes to triptych_mirror using (user_id = platform.user_id());
