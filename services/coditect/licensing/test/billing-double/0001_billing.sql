-- What the double heard of the audit trail.
create table heard (
  id uuid primary key,
  organization_id text not null,
  action text not null,
  target text not null,
  refs jsonb not null,
  is_sealed boolean not null
);
create policy deployment on heard to triptych_billing using (true);
