-- Receipts and what is on them point at nobody: an id, counts and times. Who holds the token may read.
create table receipts (
  id uuid primary key,
  -- SHA-256; null when nobody was given a token.
  token_hash bytea,
  requested_at timestamptz not null,
  restorable_until timestamptz not null,
  readable_until timestamptz not null,
  completed_at timestamptz
);
create index receipts__readable_until on receipts (readable_until);
create policy deployment on receipts to triptych_privacy using (true);

-- An answer may come before the question was handled, so it does not lean on its receipt.
create table receipt_services (
  receipt_id uuid not null,
  name text not null,
  status text not null check (status in ('pending', 'erased')),
  erased jsonb not null default '{}',
  at timestamptz,
  primary key (receipt_id, name)
);
create policy deployment on receipt_services to triptych_privacy using (true);

-- Erasures that are not complete: the one place that knows whose they are, so that services can be asked again.
create table erasures (
  id uuid primary key,
  user_id uuid not null,
  requested_at timestamptz not null,
  asked_at timestamptz not null,
  asks integer not null default 1
);
create index erasures__asked_at on erasures (asked_at);
create policy deployment on erasures to triptych_privacy using (true);

-- Archives that can be fetched again for a day; the archive itself is in storage, sealed.
create table archives (
  id uuid primary key,
  user_id uuid not null,
  filename text not null,
  sha256 text not null,
  missing text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index archives__user_id on archives (user_id);
create index archives__expires_at on archives (expires_at);
create policy own on archives to triptych_privacy using (user_id = platform.user_id());
create policy lookup on archives for select to triptych_privacy_lookup using (true);
create policy expire on archives for delete to triptych_privacy_lookup using (true);

-- How long each tenant's chain is and how it ends, under the audit key.
create table audit_heads (
  tenant_kind text not null check (tenant_kind in ('user', 'organization', 'system')),
  -- Empty for the system.
  tenant_id text not null,
  length bigint not null,
  hash bytea not null,
  mac bytea not null,
  primary key (tenant_kind, tenant_id)
);
create policy deployment on audit_heads to triptych_privacy using (true);

create table audit_entries (
  -- The event that brought it.
  id uuid primary key,
  tenant_kind text not null,
  tenant_id text not null,
  position bigint not null,
  action text not null,
  target text not null,
  occurred_at timestamptz not null,
  actor_user_id uuid,
  refs jsonb not null,
  commitment bytea not null,
  -- Address and device stand beside the chain under the actor's own key; the chain holds a commitment to them.
  sealed_personal bytea,
  personal_commitment bytea,
  hash bytea not null,
  constraint audit_entries__position unique (tenant_kind, tenant_id, position)
);
create index audit_entries__actor on audit_entries (actor_user_id);
create policy append on audit_entries for insert to triptych_privacy with check (true);
create policy own on audit_entries for select to triptych_privacy
  using (
    (tenant_kind = 'user' and tenant_id = platform.user_id()::text)
    or (tenant_kind = 'organization' and tenant_id = platform.organization_id()::text)
    or actor_user_id = platform.user_id()
  );
create policy forget on audit_entries for update to triptych_privacy using (actor_user_id = platform.user_id());
create policy lookup on audit_entries for select to triptych_privacy_lookup using (true);
-- Append only: of a sealed row nothing can be changed but that its personal part is forgotten.
revoke update, delete, truncate on audit_entries from triptych_privacy;
grant update (sealed_personal) on audit_entries to triptych_privacy;
revoke delete, truncate on audit_heads from triptych_privacy;

grant select, delete on archives to triptych_privacy_lookup;
grant select on audit_entries to triptych_privacy_lookup;

create function delete_archives(as_of timestamptz) returns integer
  language sql volatile security definer set search_path = privacy, pg_temp
  as $$
    with gone as (delete from archives where expires_at <= as_of returning 1)
    select count(*)::integer from gone
  $$;

create function audit_chains() returns table (tenant_kind text, tenant_id text)
  language sql stable security definer set search_path = privacy, pg_temp
  as $$ select distinct tenant_kind, tenant_id from audit_entries $$;

create function audit_chain(wanted_kind text, wanted_tenant text, beyond bigint, most integer)
  returns setof audit_entries
  language sql stable security definer set search_path = privacy, pg_temp
  as $$
    select * from audit_entries
     where tenant_kind = wanted_kind and tenant_id = wanted_tenant and position > beyond
     order by position limit most
  $$;
