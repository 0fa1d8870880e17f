-- Once per database: what every schema leans on.
create schema if not exists platform;

create table if not exists platform.migrations (
  module text not null,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now(),
  primary key (module, name)
);

-- After a transaction a custom setting reads '' and not null, hence nullif.
create or replace function platform.user_id() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.user_id', true), '')::uuid $$;

create or replace function platform.organization_id() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.organization_id', true), '')::uuid $$;
