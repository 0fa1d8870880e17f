-- Events as Stripe sent them, without their personal fields. Whose they are is known once they are read.
create table stripe_events (
  id uuid primary key,
  stripe_id text not null unique,
  type text not null,
  api_version text not null,
  payload jsonb not null,
  -- ignored: nothing here is about it.
  state text not null check (state in ('received', 'applied', 'ignored', 'dead')),
  attempts integer not null,
  last_error text,
  happened_at timestamptz not null,
  received_at timestamptz not null,
  settled_at timestamptz
);
create index stripe_events__state on stripe_events (state, id desc);
create index stripe_events__waiting on stripe_events (received_at) where state = 'received';
create index stripe_events__settled_at on stripe_events (settled_at);
create policy everyone on stripe_events to triptych_billing using (true);

-- The ledger of what Stripe told: one row a fact, whichever way and however often it was told.
create table payment_facts (
  kind text not null
    check (kind in ('paid', 'payment_failed', 'voided', 'refunded', 'seen', 'ended', 'checkout')),
  -- Natural: the invoice, invoice and attempt, event, subscription, charge and sum, or session and its state.
  key text not null,
  organization_id uuid not null,
  -- Stripe's id; null for what is about the customer alone.
  subscription text,
  happened_at timestamptz not null,
  details jsonb not null,
  recorded_at timestamptz not null,
  primary key (kind, key)
);
create index payment_facts__subscription on payment_facts (organization_id, subscription);
create policy own on payment_facts to triptych_billing using (organization_id = platform.organization_id());
revoke delete on payment_facts from triptych_billing;

-- Mails that facts ask for, each once.
create table billing_notices (
  kind text not null check (kind in (
    'subscription_confirmed', 'subscription_renewed', 'subscription_canceled', 'subscription_reinstated',
    'payment_failed_warning', 'payment_failed_urgent', 'license_suspended'
  )),
  -- The invoice, or the subscription.
  key text not null,
  organization_id uuid not null,
  subscription text not null,
  wanted_at timestamptz not null,
  sent_at timestamptz,
  primary key (kind, key)
);
create index billing_notices__waiting on billing_notices (wanted_at) where sent_at is null;
create index billing_notices__subscription on billing_notices (organization_id, subscription);
create policy own on billing_notices to triptych_billing using (organization_id = platform.organization_id());
create policy lookup on billing_notices for select to triptych_billing_lookup using (true);

-- Checkouts that were begun: one open at a time, so that nobody subscribes twice.
create table checkout_sessions (
  id uuid primary key,
  organization_id uuid not null,
  stripe_id text unique,
  plan_id text not null references subscription_plans,
  with_trial boolean not null,
  state text not null check (state in ('open', 'complete', 'expired')),
  created_at timestamptz not null
);
create index checkout_sessions__organization_id on checkout_sessions (organization_id, created_at);
create policy own on checkout_sessions to triptych_billing using (organization_id = platform.organization_id());

-- How far the reconciler has read.
create table reconciliations (
  id uuid primary key,
  began_at timestamptz not null,
  ended_at timestamptz,
  events_found integer not null default 0,
  subscriptions_read integer not null default 0
);
create index reconciliations__began_at on reconciliations (began_at);
create policy everyone on reconciliations to triptych_billing using (true);

grant select on billing_notices to triptych_billing_lookup;

create function organization_of_customer(wanted text) returns uuid
  language sql stable security definer set search_path = billing, pg_temp
  as $$ select organization_id from customers where stripe_id = wanted $$;

create function subscriptions_due(as_of timestamptz, most integer)
  returns table (organization_id uuid, stripe_id text)
  language sql stable security definer set search_path = billing, pg_temp
  as $$
    select organization_id, stripe_id from subscriptions
     where status_changes_at <= as_of order by status_changes_at limit most
  $$;

create function organizations_with_notices(as_of timestamptz, most integer) returns table (organization_id uuid)
  language sql stable security definer set search_path = billing, pg_temp
  as $$
    select organization_id from billing_notices
     where sent_at is null and wanted_at <= as_of group by organization_id order by min(wanted_at) limit most
  $$;

create function running_subscriptions(after text, most integer)
  returns table (organization_id uuid, stripe_id text)
  language sql stable security definer set search_path = billing, pg_temp
  as $$
    select organization_id, stripe_id from subscriptions
     where ended_at is null and (after is null or stripe_id > after) order by stripe_id limit most
  $$;

-- For the figures over everybody: no organisation is named.
create function subscription_figures()
  returns table (
    stripe_id text, plan_id text, amount_cents integer, currency text, status text, has_paid boolean,
    started_at timestamptz, ended_at timestamptz, failed_payments integer, grace_ends_at timestamptz,
    trial_ends_at timestamptz, paid_until timestamptz, is_paused boolean
  )
  language sql stable security definer set search_path = billing, pg_temp
  as $$
    select stripe_id, plan_id, amount_cents, currency, status, has_paid, started_at, ended_at, failed_payments,
           grace_ends_at, trial_ends_at, paid_until, is_paused
      from subscriptions
  $$;
