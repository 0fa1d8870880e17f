-- What happened, once an event: references and numbers only. Everything else here can be counted from it again.
create table facts (
  event_id uuid primary key,
  user_id uuid not null,
  kind text not null check (kind in ('registered', 'connected', 'shown', 'reacted')),
  tip_id uuid,
  reaction text,
  at timestamptz not null,
  -- The person's own date then.
  local_day date not null,
  dwell_ms integer
);
create index facts__user_id on facts (user_id, at);
create index facts__local_day on facts (local_day, kind);
create policy own on facts to triptych_metrics using (user_id = platform.user_id());
create policy lookup on facts for select to triptych_metrics_lookup using (true);

-- Sums a day, of everybody; no row is about a person.
create table counters (
  day date not null,
  name text not null,
  value integer not null,
  primary key (day, name)
);
create policy all_rows on counters to triptych_metrics using (true);

grant select on facts to triptych_metrics_lookup;

-- People who came in these days, and how far they got within seven.
create function activation(first_day date, last_day date) returns table (new_people integer, activated integer)
  language sql stable security definer set search_path = metrics, pg_temp
  as $$
    with newcomers as (
      select user_id, min(at) as came from facts
       where kind = 'registered' and local_day between first_day and last_day group by user_id
    )
    select count(*)::integer,
           (count(*) filter (where
             exists (select 1 from facts f where f.user_id = n.user_id and f.kind = 'connected'
                        and f.at < n.came + interval '7 days')
             and exists (select 1 from facts f where f.user_id = n.user_id and f.kind = 'reacted'
                        and f.reaction not in ('expired', 'undone') and f.at < n.came + interval '7 days')
           ))::integer
      from newcomers n
  $$;

-- How the first tip that a person saw was answered in the end, of people who first saw one in these days.
create function first_reactions(first_day date, last_day date) returns table (reaction text, people integer)
  language sql stable security definer set search_path = metrics, pg_temp
  as $$
    with firsts as (
      select distinct on (user_id) user_id, tip_id, local_day from facts
       where kind = 'shown' order by user_id, at, event_id
    ), answers as (
      select f.user_id, coalesce((
        select r.reaction from facts r
         where r.kind = 'reacted' and r.tip_id = f.tip_id and r.user_id = f.user_id and r.reaction <> 'undone'
           and not exists (
             select 1 from facts u where u.kind = 'reacted' and u.tip_id = r.tip_id and u.user_id = r.user_id
                and u.reaction = 'undone' and u.at >= r.at)
         order by (r.reaction = 'expired'), r.at desc, r.event_id desc limit 1), 'none') as reaction
        from firsts f where f.local_day between first_day and last_day
    )
    select reaction, count(*)::integer from answers group by reaction
  $$;

-- Visible time a tip, the longest that was reported of each.
create function dwell(first_day date, last_day date)
  returns table (median double precision, p90 double precision, tips integer)
  language sql stable security definer set search_path = metrics, pg_temp
  as $$
    with longest as (
      select max(dwell_ms) as ms from facts
       where kind = 'reacted' and dwell_ms > 0 and local_day between first_day and last_day group by tip_id
    )
    select percentile_cont(0.5) within group (order by ms), percentile_cont(0.9) within group (order by ms),
           count(*)::integer from longest
  $$;

-- Of the people who first saw a tip in these days, those who saw one again so many days later. Only days that are over
-- on both ends count.
create function retained(first_day date, last_day date, after integer) returns table (cohort integer, came_back integer)
  language sql stable security definer set search_path = metrics, pg_temp
  as $$
    with firsts as (
      select user_id, min(local_day) as day from facts where kind = 'shown' group by user_id
    )
    select count(*)::integer,
           (count(*) filter (where exists (
             select 1 from facts f where f.user_id = c.user_id and f.kind = 'shown' and f.local_day = c.day + after
           )))::integer
      from firsts c where c.day between first_day and last_day - after
  $$;

create function active_people(first_day date, last_day date) returns table (day date, people integer)
  language sql stable security definer set search_path = metrics, pg_temp
  as $$
    select local_day, count(distinct user_id)::integer from facts
     where kind = 'shown' and local_day between first_day and last_day group by local_day
  $$;

create function last_fact() returns timestamptz
  language sql stable security definer set search_path = metrics, pg_temp
  as $$ select max(at) from facts $$;

-- The counters as the raw facts give them.
create function count_again() returns table (day date, name text, value integer)
  language sql stable security definer set search_path = metrics, pg_temp
  as $$
    select local_day, case kind when 'reacted' then reaction else kind end, count(*)::integer
      from facts group by 1, 2
  $$;

create function people_in_facts() returns integer
  language sql stable security definer set search_path = metrics, pg_temp
  as $$ select count(distinct user_id)::integer from facts $$;
