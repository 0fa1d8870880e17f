-- A person with a provider; one row each, kept after the end so that the page can say how it ended.
create table connections (
  user_id uuid not null,
  provider text not null,
  status text not null check (status in ('connected', 'needs_reconnect', 'disconnected')),
  retention_days integer not null,
  consent_id uuid,
  -- Where the next reading continues, and whatever else the connector must remember. No person's text, no secrets.
  meta jsonb not null default '{}',
  -- Keyed hash of the person's id at the provider, by which its webhooks find them.
  account_hash bytea,
  connected_at timestamptz not null,
  ended_at timestamptz,
  last_sync_at timestamptz,
  -- A reading is asked for at this moment at the latest.
  next_sync_at timestamptz,
  sync_claimed_until timestamptz,
  problem_code text,
  problem_since timestamptz,
  primary key (user_id, provider)
);
create index connections__account_hash on connections (provider, account_hash) where account_hash is not null;
create index connections__next_sync_at on connections (next_sync_at) where status = 'connected';
create policy own on connections to triptych_integrations using (user_id = platform.user_id());
create policy lookup on connections for select to triptych_integrations_lookup using (true);

-- The provider's secrets in a box that only the connector key opens; whose, and which version, stands inside the box too.
create table credentials (
  user_id uuid not null,
  provider text not null,
  sealed bytea not null,
  key_id text not null,
  generation integer not null,
  expires_at timestamptz,
  -- Set, committed, before the provider is asked for a new pair: what a process that died in between leaves behind.
  refresh_started_at timestamptz,
  refresh_claimed_until timestamptz,
  primary key (user_id, provider)
);
create index credentials__key_id on credentials (key_id);
create policy own on credentials to triptych_integrations using (user_id = platform.user_id());
create policy lookup on credentials for select to triptych_integrations_lookup using (true);

-- Access that was given up by the person and is being taken back at the provider. Sealed to a key that serves nothing
-- else; names no person, so that it outlives an account for the seven days it may take.
create table revocations (
  id uuid primary key,
  provider text not null,
  sealed bytea,
  key_id text not null,
  state text not null check (state in ('pending', 'revoked', 'given_up')),
  attempts integer not null default 0,
  requested_at timestamptz not null,
  ends_at timestamptz not null,
  settled_at timestamptz
);
create index revocations__state on revocations (state, ends_at);
create policy all_rows on revocations to triptych_integrations using (true);

-- Which revocation belongs to whose last disconnection.
create table disconnections (
  user_id uuid not null,
  provider text not null,
  revocation_id uuid,
  requested_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (user_id, provider)
);
create policy own on disconnections to triptych_integrations using (user_id = platform.user_id());

-- An attempt to connect; only the person who began it may finish it.
create table connect_attempts (
  state_hash bytea primary key,
  user_id uuid not null,
  provider text not null,
  retention_days integer not null,
  expires_at timestamptz not null
);
create index connect_attempts__expires_at on connect_attempts (expires_at);
create policy own on connect_attempts to triptych_integrations using (user_id = platform.user_id());
create policy expired on connect_attempts for delete to triptych_integrations_lookup using (true);
create policy lookup on connect_attempts for select to triptych_integrations_lookup using (true);

-- Lists that tasks lie in, by the provider's own ids; the name is the person's text.
create table projects (
  user_id uuid not null,
  provider text not null,
  external_id text not null,
  sealed_name bytea not null,
  primary key (user_id, provider, external_id)
);
create policy own on projects to triptych_integrations using (user_id = platform.user_id());

create table tasks (
  id uuid primary key,
  user_id uuid not null,
  provider text not null,
  external_id text not null,
  -- Title, notes and link, under the person's key.
  sealed_text bytea not null,
  project_external_id text,
  parent_external_id text,
  priority smallint not null,
  due_at timestamptz,
  due_on date,
  is_recurring boolean not null,
  deadline_on date,
  minutes integer,
  labels smallint not null,
  is_completable boolean not null,
  is_checked boolean not null,
  is_deleted boolean not null,
  added_at timestamptz,
  updated_at timestamptz,
  -- When this row last changed here; retention counts from it once the task is over.
  seen_at timestamptz not null,
  unique (user_id, provider, external_id)
);
create index tasks__open on tasks (user_id, provider) where not is_checked and not is_deleted;
create index tasks__seen_at on tasks (seen_at);
create policy own on tasks to triptych_integrations using (user_id = platform.user_id());

-- What was asked of a provider, written down before it is sent: the same command has its effect once.
create table commands (
  id uuid primary key,
  user_id uuid not null,
  task_id uuid not null,
  provider text not null,
  action text not null check (action in ('complete', 'reopen')),
  outcome text check (outcome in ('done', 'already', 'gone', 'refused', 'unsupported')),
  was_recurring boolean not null,
  created_at timestamptz not null
);
create index commands__created_at on commands (created_at);
create policy own on commands to triptych_integrations using (user_id = platform.user_id());

-- Deliveries that were seen; a provider sends the same one again.
create table webhook_deliveries (
  provider text not null,
  delivery_hash bytea not null,
  received_at timestamptz not null,
  primary key (provider, delivery_hash)
);
create index webhook_deliveries__received_at on webhook_deliveries (received_at);
create policy all_rows on webhook_deliveries to triptych_integrations using (true);

grant select on connections, credentials, connect_attempts to triptych_integrations_lookup;
grant delete on connect_attempts to triptych_integrations_lookup;

create function people_of_account(wanted_provider text, wanted bytea) returns table (user_id uuid)
  language sql stable security definer set search_path = integrations, pg_temp
  as $$
    select user_id from connections
     where provider = wanted_provider and account_hash = wanted and status = 'connected'
  $$;

create function connections_to_read(as_of timestamptz, most integer) returns table (user_id uuid, provider text)
  language sql stable security definer set search_path = integrations, pg_temp
  as $$
    select user_id, provider from connections
     where status = 'connected' and next_sync_at <= as_of order by next_sync_at limit most
  $$;

create function people_with_connections(after uuid, most integer) returns table (user_id uuid)
  language sql stable security definer set search_path = integrations, pg_temp
  as $$
    select distinct user_id from connections where after is null or user_id > after order by user_id limit most
  $$;

-- A person may have several connections: a page ends between them, not between people.
create function credentials_of_other_keys(current_key text, after_user uuid, after_provider text, most integer)
  returns table (user_id uuid, provider text)
  language sql stable security definer set search_path = integrations, pg_temp
  as $$
    select user_id, provider from credentials
     where key_id <> current_key and (after_user is null or (user_id, provider) > (after_user, after_provider))
     order by user_id, provider limit most
  $$;

create function drop_expired_attempts(as_of timestamptz) returns integer
  language sql volatile security definer set search_path = integrations, pg_temp
  as $$
    with gone as (delete from connect_attempts where expires_at <= as_of returning 1)
    select count(*)::integer from gone
  $$;
