-- What organisations can subscribe to. Prices are whole cents.
create table subscription_plans (
  id text primary key check (id ~ '^[a-z][a-z0-9-]{1,31}$'),
  name text not null,
  price_cents integer not null check (price_cents > 0),
  currency text not null check (currency ~ '^[a-z]{3}$'),
  interval text not null check (interval = 'month'),
  max_concurrent_seats integer not null check (max_concurrent_seats > 0),
  trial_days integer not null check (trial_days >= 0),
  features jsonb not null default '{}',
  -- While a client is offline, within its grace, its seat stays reserved.
  reserve_during_grace boolean not null default false,
  is_offered boolean not null default true,
  rank integer not null
);
insert into subscription_plans
  (id, name, price_cents, currency, interval, max_concurrent_seats, trial_days, features, rank) values
  ('starter', 'Starter', 2900, 'usd', 'month', 3, 14,
   '{"offline_grace": true, "license_file": true}', 1),
  ('pro', 'Pro', 9900, 'usd', 'month', 10, 14,
   '{"offline_grace": true, "license_file": true, "session_history": true, "approved_machines": true}', 2),
  ('enterprise', 'Enterprise', 29900, 'usd', 'month', 50, 14,
   '{"offline_grace": true, "license_file": true, "session_history": true, "approved_machines": true, "priority_support": true}', 3);
create policy everyone on subscription_plans to triptych_billing using (true);

-- Prices at Stripe by the plan they are for; those of earlier amounts stay, as subscriptions go on with them.
create table plan_prices (
  stripe_id text primary key,
  plan_id text not null references subscription_plans,
  amount_cents integer not null,
  currency text not null
);
create index plan_prices__plan_id on plan_prices (plan_id);
create policy everyone on plan_prices to triptych_billing using (true);
revoke update, delete on plan_prices from triptych_billing;

-- Which customer of Stripe is which organisation.
create table customers (
  organization_id uuid primary key,
  stripe_id text not null unique,
  created_at timestamptz not null
);
create policy own on customers to triptych_billing using (organization_id = platform.organization_id());
create policy lookup on customers for select to triptych_billing_lookup using (true);

-- What the facts of a subscription amount to; derived, and never changed in any other way.
create table subscriptions (
  id uuid primary key,
  organization_id uuid not null,
  stripe_id text not null unique,
  plan_id text references subscription_plans,
  amount_cents integer,
  currency text,
  started_at timestamptz,
  paid_until timestamptz,
  -- Money came in, beyond a trial.
  has_paid boolean not null,
  -- Set while it has not been paid past its trial.
  trial_ends_at timestamptz,
  had_trial boolean not null,
  failed_payments integer not null,
  grace_ends_at timestamptz,
  is_paused boolean not null,
  cancel_at timestamptz,
  ended_at timestamptz,
  -- As it was last announced, and when time alone will change it.
  status text not null
    check (status in ('incomplete', 'trialing', 'active', 'past_due', 'suspended', 'ended')),
  status_changes_at timestamptz,
  version integer not null,
  changed_at timestamptz not null
);
create index subscriptions__organization_id on subscriptions (organization_id);
create index subscriptions__status_changes_at on subscriptions (status_changes_at)
  where status_changes_at is not null;
create policy own on subscriptions to triptych_billing using (organization_id = platform.organization_id());
create policy lookup on subscriptions for select to triptych_billing_lookup using (true);

grant select on customers, subscriptions to triptych_billing_lookup;

create function organization_of_subscription(wanted uuid) returns uuid
  language sql stable security definer set search_path = billing, pg_temp
  as $$ select organization_id from subscriptions where id = wanted $$;
