-- What fired, never what was written.
create table safety_events (
  id uuid primary key,
  user_id uuid not null,
  path text not null,
  rule text not null,
  family text not null,
  severity text not null,
  language text not null,
  template text not null,
  confirmed_by text not null check (confirmed_by in ('rule', 'model', 'caution')),
  disputed_at timestamptz,
  -- Offered by the person for review; under their key, gone after thirty days.
  sealed_excerpt bytea,
  excerpt_expires_at timestamptz,
  review text not null default 'open' check (review in ('open', 'true_positive', 'false_positive', 'false_negative')),
  reviewed_at timestamptz,
  created_at timestamptz not null
);
create index safety_events__user_id on safety_events (user_id, created_at);
create index safety_events__review on safety_events (review, id desc);
create index safety_events__excerpt on safety_events (excerpt_expires_at) where sealed_excerpt is not null;
create policy own on safety_events to triptych_safety using (user_id = platform.user_id());
create policy lookup on safety_events for select to triptych_safety_lookup using (true);
create policy expire on safety_events for update to triptych_safety_lookup using (true);

-- For the yearly report: numbers that outlive the people's rows and point at nobody.
create table safety_counters (
  month date not null,
  family text not null,
  severity text not null,
  language text not null,
  fired bigint not null default 0,
  disputed bigint not null default 0,
  primary key (month, family, severity, language)
);
create policy everyone on safety_counters to triptych_safety using (true);

grant select on safety_events to triptych_safety_lookup;
grant update (sealed_excerpt, excerpt_expires_at) on safety_events to triptych_safety_lookup;

create function events_for_review(wanted_review text, wanted_family text, before uuid, most integer)
  returns setof safety_events
  language sql stable security definer set search_path = safety, pg_temp
  as $$
    select * from safety_events
     where (wanted_review is null or review = wanted_review)
       and (wanted_family is null or family = wanted_family)
       and (before is null or id < before)
     order by id desc limit most
  $$;

create function owner_of_event(wanted uuid) returns uuid
  language sql stable security definer set search_path = safety, pg_temp
  as $$ select user_id from safety_events where id = wanted $$;

create function expire_excerpts(as_of timestamptz) returns integer
  language sql volatile security definer set search_path = safety, pg_temp
  as $$
    with gone as (
      update safety_events set sealed_excerpt = null, excerpt_expires_at = null
       where excerpt_expires_at <= as_of returning 1
    )
    select count(*)::integer from gone
  $$;
