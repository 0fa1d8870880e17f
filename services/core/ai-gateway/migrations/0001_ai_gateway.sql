-- Amounts are billionths of a US dollar: whole numbers, small enough for exact arithmetic.
create table ai_budgets (
  -- 'month', 'day', 'turn.month', 'turn.day', …
  scope text not null,
  -- YYYY-MM or YYYY-MM-DD, UTC
  period text not null,
  spent bigint not null default 0,
  held bigint not null default 0,
  alerted_percent smallint not null default 0,
  primary key (scope, period)
);
create policy deployment on ai_budgets to triptych_ai_gateway using (true);

-- What calls under way may still spend. One that is never settled ends by itself.
create table ai_holds (
  id uuid primary key,
  amount bigint not null,
  budgets jsonb not null,
  expires_at timestamptz not null
);
create index ai_holds__expires_at on ai_holds (expires_at);
create policy deployment on ai_holds to triptych_ai_gateway using (true);

-- One row an attempt at a provider, whatever became of it. Never a text.
create table ai_usage_events (
  id uuid primary key,
  user_id uuid not null,
  request_id text not null,
  trace_id text not null,
  feature text not null,
  purpose text not null,
  lane text not null,
  model text not null,
  served_model text,
  provider text,
  prompt_version text not null,
  attempt smallint not null,
  outcome text not null,
  reason text,
  status smallint,
  input_tokens integer not null,
  cached_tokens integer not null,
  output_tokens integer not null,
  cost bigint not null,
  cost_source text not null check (cost_source in ('reported', 'priced', 'none')),
  first_token_ms integer,
  latency_ms integer not null,
  created_at timestamptz not null
);
create index ai_usage_events__user on ai_usage_events (user_id, created_at);
create policy own on ai_usage_events to triptych_ai_gateway using (user_id = platform.user_id());
-- Attempts of several people are written together.
create policy record on ai_usage_events for insert to triptych_ai_gateway with check (true);

-- How a canary lane does beside the lanes it stands in for; one row an arm of each trial.
create table ai_canary_figures (
  trial text not null,
  arm text not null check (arm in ('canary', 'baseline')),
  calls integer not null default 0,
  errors integer not null default 0,
  invalid integer not null default 0,
  cost bigint not null default 0,
  primary key (trial, arm)
);
create policy deployment on ai_canary_figures to triptych_ai_gateway using (true);

create table ai_canary_rollbacks (
  trial text primary key,
  reason text not null,
  rolled_back_at timestamptz not null
);
create policy deployment on ai_canary_rollbacks to triptych_ai_gateway using (true);
