-- A tip that was offered, and what became of it. Its words are the person's own, under the person's key.
create table tips (
  id uuid primary key,
  user_id uuid not null,
  kind text not null check (kind in ('todo', 'advice')),
  source text not null,
  -- What the source calls it: a task's id, the name of a piece of advice.
  source_ref text not null,
  sealed_text bytea not null,
  due_at timestamptz,
  due_on date,
  minutes integer,
  is_recurring boolean not null,
  is_fresh boolean not null,
  state text not null check (
    state in ('offered', 'displayed', 'done', 'acknowledged', 'saved', 'snoozed', 'dismissed', 'expired')
  ),
  offered_at timestamptz not null,
  displayed_at timestamptz,
  reacted_at timestamptz,
  snoozed_until timestamptz,
  dwell_ms integer,
  -- Documented in @triptych/oo-policies; null until something is known, and for what nobody saw.
  reward double precision,
  -- When the policies learnt from it.
  learned_at timestamptz,
  notice text
);
create index tips__user_id on tips (user_id, id desc);
create index tips__source_ref on tips (user_id, source_ref);
create index tips__open on tips (offered_at) where state in ('offered', 'displayed');
create index tips__unlearned on tips (user_id) where reward is not null and learned_at is null;
create policy own on tips to triptych_recommender using (user_id = platform.user_id());
create policy lookup on tips for select to triptych_recommender_lookup using (true);

-- The choice behind a tip, whole: another process makes the same bytes of it without any other table.
create table decisions (
  tip_id uuid primary key,
  user_id uuid not null,
  policy text not null,
  policy_version integer not null,
  record bytea not null,
  candidate_set_hash text not null,
  context_hash text not null,
  probability double precision not null,
  scored_by text not null check (scored_by in ('process', 'here')),
  decided_at timestamptz not null
);
create index decisions__user_id on decisions (user_id);
create index decisions__decided_at on decisions (decided_at);
create policy own on decisions to triptych_recommender using (user_id = platform.user_id());
create policy lookup on decisions for select to triptych_recommender_lookup using (true);

-- What other policies would have chosen; never in the way of the answer.
create table shadow_decisions (
  tip_id uuid not null,
  policy text not null,
  user_id uuid not null,
  policy_version integer not null,
  outcome text not null check (outcome in ('decided', 'late', 'failed')),
  -- Its probabilities in the order of the decision's candidates.
  record bytea,
  took_ms double precision not null,
  primary key (tip_id, policy)
);
create index shadow_decisions__user_id on shadow_decisions (user_id);
create policy own on shadow_decisions to triptych_recommender using (user_id = platform.user_id());

-- Every answer as it was reported, once, in whatever order.
create table reactions (
  user_id uuid not null,
  client_id uuid not null,
  tip_id uuid not null,
  reaction text not null,
  at timestamptz not null,
  received_at timestamptz not null,
  snooze_until timestamptz,
  dwell_ms integer,
  primary key (user_id, client_id)
);
create index reactions__tip_id on reactions (tip_id, at);
create policy own on reactions to triptych_recommender using (user_id = platform.user_id());

-- What a provider is to be told, and when; the id is the command's, so that telling it again has no second effect.
create table deliveries (
  id uuid primary key,
  user_id uuid not null,
  tip_id uuid not null,
  task_id uuid not null,
  action text not null check (action in ('complete', 'reopen')),
  state text not null check (state in ('waiting', 'sending', 'delivered', 'cancelled', 'gone', 'failed')),
  act_after timestamptz not null,
  created_at timestamptz not null
);
create index deliveries__tip_id on deliveries (tip_id, id);
create index deliveries__user_id on deliveries (user_id);
create policy own on deliveries to triptych_recommender using (user_id = platform.user_id());

-- What a policy has learnt from one person.
create table policy_states (
  user_id uuid not null,
  policy text not null,
  policy_version integer not null,
  state jsonb not null,
  updated_at timestamptz not null,
  primary key (user_id, policy)
);
create policy own on policy_states to triptych_recommender using (user_id = platform.user_id());

grant select on tips, decisions to triptych_recommender_lookup;

create function people_with_stale_tips(before timestamptz, after uuid, most integer) returns table (user_id uuid)
  language sql stable security definer set search_path = recommender, pg_temp
  as $$
    select distinct user_id from tips
     where state in ('offered', 'displayed') and offered_at < before and (after is null or user_id > after)
     order by user_id limit most
  $$;

create function decisions_for_admin(since timestamptz, until timestamptz, before uuid, most integer)
  returns table (tip_id uuid, decided_at timestamptz, record bytea, displayed boolean, reward double precision)
  language sql stable security definer set search_path = recommender, pg_temp
  as $$
    select d.tip_id, d.decided_at, d.record, t.displayed_at is not null, t.reward
      from decisions d join tips t on t.id = d.tip_id
     where (since is null or d.decided_at >= since) and (until is null or d.decided_at < until)
       and (before is null or d.tip_id < before)
     order by d.tip_id desc limit most
  $$;
