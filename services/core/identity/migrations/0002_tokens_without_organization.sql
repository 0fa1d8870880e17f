-- A person without an organisation makes tokens for themselves.
alter table personal_tokens alter column organization_id drop not null;

-- A token counts while its person is active and, when it is bound to an organisation, belongs to it.
create or replace function find_personal_token(wanted bytea)
  returns table (
    id uuid, user_id uuid, organization_id uuid, scopes text[], expires_at timestamptz, last_used_at timestamptz
  )
  language sql stable security definer set search_path = identity, pg_temp
  as $$
    select t.id, t.user_id, t.organization_id, t.scopes, t.expires_at, t.last_used_at
      from personal_tokens t
      join users u on u.id = t.user_id and u.status = 'active' and u.deleted_at is null
     where t.token_hash = wanted
       and t.revoked_at is null
       and (
         t.organization_id is null
         or exists (
           select
             from organization_members m
             join organizations o on o.id = m.organization_id and o.closed_at is null
            where m.organization_id = t.organization_id and m.user_id = t.user_id
         )
       )
  $$;
