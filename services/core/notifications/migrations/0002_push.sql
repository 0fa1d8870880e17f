alter table preferences add column pushes_off text[] not null default '{}';

-- Browsers that let themselves be reached. An address is a capability, so it is sealed; its keyed hash tells repetitions.
create table push_subscriptions (
  id uuid primary key,
  user_id uuid not null,
  app text not null check (app in ('kalei', 'oo')),
  endpoint_hash bytea not null constraint push_subscriptions__endpoint_hash unique,
  endpoint_host text not null,
  sealed_target bytea not null,
  -- The public key it was made with: with another one its push service refuses for ever.
  vapid_key text not null,
  created_at timestamptz not null,
  last_contact_at timestamptz not null
);
create index push_subscriptions__user_id on push_subscriptions (user_id, app);
create index push_subscriptions__last_contact_at on push_subscriptions (last_contact_at);
create policy own on push_subscriptions to triptych_notifications using (user_id = platform.user_id());
create policy lookup on push_subscriptions for select to triptych_notifications_lookup using (true);
create policy expire on push_subscriptions for delete to triptych_notifications_lookup using (true);

create table pushes (
  id uuid primary key,
  user_id uuid not null,
  dedupe_key text not null,
  app text not null,
  kind text not null,
  locale text not null,
  url text not null,
  urgency text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  constraint pushes__dedupe_key unique (user_id, dedupe_key)
);
create index pushes__created_at on pushes (created_at);
create policy own on pushes to triptych_notifications using (user_id = platform.user_id());
create policy lookup on pushes for select to triptych_notifications_lookup using (true);
create policy expire on pushes for delete to triptych_notifications_lookup using (true);

-- One push to one browser: the queue and, afterwards, the log.
create table push_deliveries (
  id uuid primary key,
  push_id uuid not null references pushes on delete cascade,
  user_id uuid not null,
  subscription_id uuid not null,
  endpoint_host text not null,
  status text not null check (status in ('queued', 'sending', 'failed', 'sent', 'skipped', 'gone', 'dead')),
  attempts integer not null default 0,
  -- Why it is as it is: a code, never a sentence of the other side.
  code text,
  -- Until then the delivery belongs to the worker that is at it.
  claimed_until timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  sent_at timestamptz,
  constraint push_deliveries__push_id unique (push_id, subscription_id)
);
create index push_deliveries__user_id on push_deliveries (user_id, id desc);
create index push_deliveries__status on push_deliveries (status, id desc);
create policy own on push_deliveries to triptych_notifications using (user_id = platform.user_id());
create policy lookup on push_deliveries for select to triptych_notifications_lookup using (true);
create policy upkeep on push_deliveries for update to triptych_notifications_lookup using (true);

-- After a crisis nobody is invited back for a while.
create table push_holds (
  user_id uuid primary key,
  until timestamptz not null
);
create policy own on push_holds to triptych_notifications using (user_id = platform.user_id());
create policy lookup on push_holds for select to triptych_notifications_lookup using (true);
create policy expire on push_holds for delete to triptych_notifications_lookup using (true);

grant select, delete on push_subscriptions, pushes, push_holds to triptych_notifications_lookup;
grant select on push_deliveries to triptych_notifications_lookup;
grant update (status, code, claimed_until, updated_at) on push_deliveries to triptych_notifications_lookup;

-- Takes an address from whoever had it: a browser has one person at a time. Answers the key it was made with.
create function take_endpoint(wanted bytea, claimant uuid) returns text
  language sql volatile security definer set search_path = notifications, pg_temp
  as $$
    select pg_advisory_xact_lock(hashtextextended(encode(wanted, 'hex'), 0));
    with taken as (
      delete from push_subscriptions where endpoint_hash = wanted and user_id <> claimant returning vapid_key
    )
    select vapid_key from taken
  $$;

create function push_log_for_admin(wanted_status text, wanted_user uuid, before uuid, most integer)
  returns table (
    id uuid, push_id uuid, user_id uuid, app text, kind text, endpoint_host text, status text, attempts integer,
    code text, created_at timestamptz, sent_at timestamptz
  )
  language sql stable security definer set search_path = notifications, pg_temp
  as $$
    select d.id, d.push_id, d.user_id, p.app, p.kind, d.endpoint_host, d.status, d.attempts, d.code, d.created_at,
           d.sent_at
      from push_deliveries d join pushes p on p.id = d.push_id
     where (wanted_status is null or d.status = wanted_status)
       and (wanted_user is null or d.user_id = wanted_user)
       and (before is null or d.id < before)
     order by d.id desc limit most
  $$;

-- Deliveries whose worker never came back, although every retry had its time.
create function give_up_lost_pushes(before timestamptz, as_of timestamptz) returns integer
  language sql volatile security definer set search_path = notifications, pg_temp
  as $$
    with lost as (
      update push_deliveries d set status = 'dead', code = 'lost', claimed_until = null, updated_at = as_of
        from pushes p
       where p.id = d.push_id and d.status in ('queued', 'sending', 'failed') and p.expires_at < before returning 1
    )
    select count(*)::integer from lost
  $$;

create function delete_pushes(before timestamptz) returns integer
  language sql volatile security definer set search_path = notifications, pg_temp
  as $$
    with gone as (delete from pushes where created_at < before returning 1)
    select count(*)::integer from gone
  $$;

create function delete_silent_subscriptions(before timestamptz) returns integer
  language sql volatile security definer set search_path = notifications, pg_temp
  as $$
    with gone as (delete from push_subscriptions where last_contact_at < before returning 1)
    select count(*)::integer from gone
  $$;

create function delete_ended_holds(before timestamptz) returns integer
  language sql volatile security definer set search_path = notifications, pg_temp
  as $$
    with gone as (delete from push_holds where until < before returning 1)
    select count(*)::integer from gone
  $$;
