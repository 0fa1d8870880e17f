-- Once per module schema: the tables that every module owns. :schema and :role stand for the module's own.
create table outbox (
  id uuid primary key,
  position bigint generated always as identity,
  subject text not null,
  body bytea not null,
  user_id uuid,
  organization_id uuid,
  traceparent text,
  occurred_at timestamptz not null
);
create index outbox__position on outbox (position);

create table inbox (
  event_id uuid not null,
  consumer text not null,
  subject text not null,
  body bytea not null,
  user_id uuid,
  organization_id uuid,
  traceparent text,
  occurred_at timestamptz not null,
  state text not null default 'pending' check (state in ('pending', 'done', 'dead')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  last_error text,
  received_at timestamptz not null default now(),
  done_at timestamptz,
  primary key (event_id, consumer)
);
create index inbox__due on inbox (next_attempt_at) where state = 'pending';
create index inbox__dead on inbox (received_at) where state = 'dead';

create table idempotency_keys (
  user_id uuid not null,
  operation text not null,
  key text not null,
  request_hash text not null,
  resource_id uuid,
  sealed_output bytea,
  created_at timestamptz not null,
  primary key (user_id, operation, key)
);
create index idempotency_keys__created_at on idempotency_keys (created_at);

create policy own on idempotency_keys to :role using (user_id = platform.user_id());
create policy emit on outbox for insert to :role with check (true);
create policy work on inbox to :role using (true);
create policy relay on outbox to triptych_relay using (true);
create policy relay on inbox to triptych_relay using (true);
create policy expire on idempotency_keys for delete to triptych_relay using (true);
create policy expire_read on idempotency_keys for select to triptych_relay using (true);

revoke select, update, delete on outbox from :role;
grant usage on schema :schema to triptych_relay;
grant select, insert, update, delete on outbox, inbox to triptych_relay;
grant select (created_at), delete on idempotency_keys to triptych_relay;
