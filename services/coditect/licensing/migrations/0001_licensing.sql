-- What a subscription gave its organisation: one licence, whose terms follow the subscription.
create table licenses (
  id uuid primary key,
  organization_id uuid not null,
  subscription_id uuid not null constraint licenses__subscription_id unique,
  -- Of the subscription, as far as it was followed; what is older is ignored.
  subscription_version integer not null,
  plan_id text not null,
  plan_name text not null,
  features jsonb not null,
  max_concurrent_seats integer not null check (max_concurrent_seats > 0),
  reserve_during_grace boolean not null,
  is_trial boolean not null,
  status text not null check (status in ('active', 'suspended', 'inactive')),
  -- The key is kept as a keyed hash to find it by, its first group to show, and sealed for its owners.
  key_hash bytea not null constraint licenses__key_hash unique,
  key_prefix text not null,
  sealed_key bytea not null,
  approved_machines_only boolean not null default false,
  require_member boolean not null default false,
  -- Which copy of the seats may grant. Whoever changes what may be granted, or where, raises it.
  epoch integer not null default 1,
  issued_at timestamptz not null,
  activated_at timestamptz,
  suspended_at timestamptz,
  deactivated_at timestamptz,
  grace_period_ends_at timestamptz,
  expires_at timestamptz,
  last_renewal_at timestamptz
);
create index licenses__organization_id on licenses (organization_id, id);
create index licenses__key_prefix on licenses (key_prefix text_pattern_ops);
create policy own on licenses to triptych_licensing using (organization_id = platform.organization_id());
create policy lookup on licenses for select to triptych_licensing_lookup using (true);

-- Machines that a licence has seen, by the hash of what they call themselves.
create table machines (
  id uuid primary key,
  license_id uuid not null references licenses on delete cascade,
  organization_id uuid not null,
  machine text not null,
  first_seen_at timestamptz not null,
  approved_at timestamptz,
  approved_by uuid,
  constraint machines__machine unique (license_id, machine)
);
create index machines__first_seen_at on machines (license_id, first_seen_at);
create index machines__approved_by on machines (approved_by) where approved_by is not null;
create policy own on machines to triptych_licensing using (organization_id = platform.organization_id());
create policy lookup on machines to triptych_licensing_lookup using (true);

-- One row a use of a seat, kept as history when it ends.
create table sessions (
  id uuid primary key,
  license_id uuid not null references licenses on delete cascade,
  organization_id uuid not null,
  machine text not null,
  -- Who signed in to take it, if anybody did.
  user_id uuid,
  ip inet,
  user_agent text,
  -- Of the copy of the seats that gave it.
  epoch integer not null,
  started_at timestamptz not null,
  last_heartbeat_at timestamptz not null,
  -- The lease in the client's hands: good until here, and offline until its grace ends.
  expires_at timestamptz not null,
  grace_until timestamptz not null,
  -- Nobody else is given the seat before.
  held_until timestamptz not null,
  -- It was given while another machine may have worked offline on the same seat.
  overlap boolean not null,
  ended_at timestamptz,
  end_reason text check (end_reason in (
    'expired', 'released', 'released_by_admin', 'plan_reduced', 'license_suspended', 'license_inactive',
    'key_rotated', 'machine_refused'
  )),
  constraint sessions__ended check ((ended_at is null) = (end_reason is null))
);
create unique index sessions__active_machine on sessions (license_id, machine) where ended_at is null;
create index sessions__license_id on sessions (license_id, id);
create index sessions__held_until on sessions (held_until) where ended_at is null;
create index sessions__offline on sessions (license_id, grace_until) where end_reason = 'expired';
create index sessions__user_id on sessions (user_id) where user_id is not null;
create index sessions__ended_at on sessions (ended_at) where ip is not null or user_agent is not null;
create policy own on sessions to triptych_licensing
  using (organization_id = platform.organization_id() or user_id = platform.user_id())
  with check (organization_id = platform.organization_id());
create policy lookup on sessions to triptych_licensing_lookup using (true);

-- Keys that leases (Ed25519) and licence files (RSA-4096) are signed with; private parts sealed for the deployment.
create table signing_keys (
  id uuid primary key,
  use text not null check (use in ('lease', 'file')),
  public_jwk jsonb not null,
  sealed_private_key bytea not null,
  published_at timestamptz not null,
  signs_from timestamptz not null,
  -- Not published any more from then on; those of files stay unless they are withdrawn.
  retires_at timestamptz
);
create policy deployment on signing_keys to triptych_licensing using (true);

grant select on licenses, machines, sessions to triptych_licensing_lookup;
grant update on machines, sessions to triptych_licensing_lookup;

create function license_of_key(wanted bytea) returns table (license_id uuid, organization_id uuid)
  language sql stable security definer set search_path = licensing, pg_temp
  as $$ select id, organization_id from licenses where key_hash = wanted $$;

create function organization_of_license(wanted uuid) returns table (organization_id uuid)
  language sql stable security definer set search_path = licensing, pg_temp
  as $$ select organization_id from licenses where id = wanted $$;

create function place_of_session(wanted uuid) returns table (license_id uuid, organization_id uuid)
  language sql stable security definer set search_path = licensing, pg_temp
  as $$ select license_id, organization_id from sessions where id = wanted $$;

-- Licences with sessions that nobody kept.
create function licenses_to_sweep(as_of timestamptz, most integer)
  returns table (license_id uuid, organization_id uuid)
  language sql stable security definer set search_path = licensing, pg_temp
  as $$
    select distinct s.license_id, s.organization_id from sessions s
     where s.ended_at is null and s.held_until <= as_of limit most
  $$;

-- Seats held now, and machines that may still work offline on a lease whose seat is not theirs any more.
create function seats_of(wanted uuid[], as_of timestamptz)
  returns table (license_id uuid, used integer, offline integer)
  language sql stable security definer set search_path = licensing, pg_temp
  as $$
    select w.id,
           (select count(*) from sessions s
             where s.license_id = w.id and s.ended_at is null and s.held_until > as_of)::integer,
           (select count(distinct s.machine) from sessions s
             where s.license_id = w.id and s.grace_until > as_of
               and (s.end_reason = 'expired' or (s.ended_at is null and s.held_until <= as_of))
               and not exists (
                 select from sessions held
                  where held.license_id = w.id and held.machine = s.machine and held.ended_at is null
                    and held.held_until > as_of
               ))::integer
      from unnest(wanted) as w (id)
  $$;

create function seat_usage(as_of timestamptz)
  returns table (plan_id text, licenses integer, seats integer, used integer)
  language sql stable security definer set search_path = licensing, pg_temp
  as $$
    select l.plan_id, count(*)::integer, sum(l.max_concurrent_seats)::integer,
           sum((select count(*) from sessions s
                 where s.license_id = l.id and s.ended_at is null and s.held_until > as_of))::integer
      from licenses l
     where l.status = 'active' and (l.grace_period_ends_at is null or l.grace_period_ends_at > as_of)
     group by l.plan_id
  $$;

create function list_licenses(
  wanted_status text, wanted_prefix text, wanted_organizations uuid[], as_of timestamptz, before uuid, most integer
) returns setof licenses
  language sql stable security definer set search_path = licensing, pg_temp
  as $$
    select * from licenses l
     where (wanted_status is null
            or wanted_status = case
                 when l.status = 'active' and l.grace_period_ends_at <= as_of then 'suspended' else l.status end)
       and (wanted_prefix is null or starts_with(l.key_prefix, wanted_prefix))
       and (wanted_organizations is null or l.organization_id = any (wanted_organizations))
       and (before is null or l.id < before)
     order by l.id desc
     limit most
  $$;

-- Addresses and programs of sessions that ended before a time; whoever used them stays countable.
create function forget_addresses(ended_before timestamptz) returns integer
  language sql volatile security definer set search_path = licensing, pg_temp
  as $$
    with done as (
      update sessions set ip = null, user_agent = null
       where ended_at < ended_before and (ip is not null or user_agent is not null) returning 1
    ) select count(*)::integer from done
  $$;

-- A person whose account ends: sessions and approvals stay the organisation's, without them.
create function forget_person(wanted uuid) returns table (sessions integer, approvals integer)
  language sql volatile security definer set search_path = licensing, pg_temp
  as $$
    with used as (
      update sessions set user_id = null, ip = null, user_agent = null where user_id = wanted returning 1
    ), approved as (
      update machines set approved_by = null where approved_by = wanted returning 1
    ) select (select count(*) from used)::integer, (select count(*) from approved)::integer
  $$;
