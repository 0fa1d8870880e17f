-- The chains of all tenants in the order in which things happened; ids are UUIDv7.
create index audit_entries__tenant on audit_entries (tenant_kind, tenant_id, id desc);

create function audit_trail_for_admin(
  wanted_kind text, wanted_tenant text, wanted_action text, wanted_actor uuid,
  since timestamptz, until timestamptz, before uuid, most integer
) returns setof audit_entries
  language sql stable security definer set search_path = privacy, pg_temp
  as $$
    select * from audit_entries
     where (wanted_kind is null or tenant_kind = wanted_kind)
       and (wanted_tenant is null or tenant_id = wanted_tenant)
       and (wanted_action is null or starts_with(action, wanted_action))
       and (wanted_actor is null or actor_user_id = wanted_actor)
       and (since is null or occurred_at >= since)
       and (until is null or occurred_at < until)
       and (before is null or id < before)
     order by id desc limit most
  $$;
