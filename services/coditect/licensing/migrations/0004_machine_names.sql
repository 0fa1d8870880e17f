-- What a program calls its machine, such as a host name, so that people know whose seat it is. It goes with the address.
alter table sessions add column machine_name text;

drop index sessions__ended_at;
create index sessions__ended_at on sessions (ended_at)
  where ip is not null or user_agent is not null or machine_name is not null;

create or replace function forget_addresses(ended_before timestamptz) returns integer
  language sql volatile security definer set search_path = licensing, pg_temp
  as $$
    with done as (
      update sessions set ip = null, user_agent = null, machine_name = null
       where ended_at < ended_before and (ip is not null or user_agent is not null or machine_name is not null)
      returning 1
    ) select count(*)::integer from done
  $$;

create or replace function forget_person(wanted uuid) returns table (sessions integer, approvals integer)
  language sql volatile security definer set search_path = licensing, pg_temp
  as $$
    with used as (
      update sessions set user_id = null, ip = null, user_agent = null, machine_name = null
       where user_id = wanted returning 1
    ), approved as (
      update machines set approved_by = null where approved_by = wanted returning 1
    ) select (select count(*) from used)::integer, (select count(*) from approved)::integer
  $$;
