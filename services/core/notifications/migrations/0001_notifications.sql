-- Every mail, sealed. What it says goes when it was sent; to whom, when it is forgotten or the person leaves.
create table emails (
  id uuid primary key,
  dedupe_key text not null constraint emails__dedupe_key unique,
  user_id uuid,
  organization_id uuid,
  template text not null,
  template_version integer not null,
  locale text not null,
  status text not null check (status in ('queued', 'sending', 'sent', 'failed', 'dead', 'skipped')),
  attempts integer not null default 0,
  -- A code, never a sentence: answers of mail servers quote addresses.
  error_code text,
  transport text check (transport in ('smtp', 'sendgrid')),
  sealed_recipient bytea,
  sealed_content bytea,
  -- Until then the mail belongs to the worker that is sending it.
  claimed_until timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  sent_at timestamptz
);
create index emails__user_id on emails (user_id, id desc);
create index emails__status on emails (status, id desc);
create index emails__organization_id on emails (organization_id, id desc) where organization_id is not null;
create index emails__updated_at on emails (updated_at);
-- Mails to addresses without an account belong to no person, and are reached only when nobody acts.
create policy own on emails to triptych_notifications using (user_id is not distinct from platform.user_id());
create policy lookup on emails for select to triptych_notifications_lookup using (true);
create policy upkeep on emails for update to triptych_notifications_lookup using (true);
create policy expire on emails for delete to triptych_notifications_lookup using (true);

create table preferences (
  user_id uuid primary key,
  -- Kinds of mail that the person has turned off.
  categories_off text[] not null default '{}',
  quiet_enabled boolean not null,
  quiet_start text not null,
  quiet_end text not null,
  time_zone text not null,
  updated_at timestamptz not null
);
create policy own on preferences to triptych_notifications using (user_id = platform.user_id());

grant select, delete on emails to triptych_notifications_lookup;
grant update (status, error_code, sealed_recipient, updated_at) on emails to triptych_notifications_lookup;

create function emails_for_admin(
  wanted_status text, wanted_template text, wanted_organization uuid, before uuid, most integer
) returns setof emails
  language sql stable security definer set search_path = notifications, pg_temp
  as $$
    select * from emails
     where (wanted_status is null or status = wanted_status)
       and (wanted_template is null or template = wanted_template)
       and (wanted_organization is null or organization_id = wanted_organization)
       and (before is null or id < before)
     order by id desc limit most
  $$;

create function find_email(wanted uuid) returns table (user_id uuid, status text)
  language sql stable security definer set search_path = notifications, pg_temp
  as $$ select user_id, status from emails where id = wanted $$;

-- Mails whose worker never came back, although every retry had its time.
create function give_up_lost_emails(before timestamptz, as_of timestamptz) returns integer
  language sql volatile security definer set search_path = notifications, pg_temp
  as $$
    with lost as (
      update emails set status = 'dead', error_code = 'lost', updated_at = as_of
       where status in ('queued', 'sending', 'failed') and updated_at < before returning 1
    )
    select count(*)::integer from lost
  $$;

create function forget_recipients(before timestamptz) returns integer
  language sql volatile security definer set search_path = notifications, pg_temp
  as $$
    with forgotten as (
      update emails set sealed_recipient = null
       where sealed_recipient is not null and status in ('sent', 'skipped') and updated_at < before returning 1
    )
    select count(*)::integer from forgotten
  $$;

create function delete_emails(before timestamptz) returns integer
  language sql volatile security definer set search_path = notifications, pg_temp
  as $$
    with gone as (delete from emails where created_at < before returning 1)
    select count(*)::integer from gone
  $$;
