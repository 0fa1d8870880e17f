create table users (
  id uuid primary key,
  email text not null check (email = lower(email)),
  email_verified_at timestamptz,
  full_name text not null,
  password_hash text,
  roles text[] not null default '{user}',
  status text not null default 'active' check (status in ('active', 'suspended', 'inactive')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
-- A deleted account frees its address at once.
create unique index users__email on users (email) where deleted_at is null;
create policy own on users to triptych_identity using (id = platform.user_id());
create policy lookup on users for select to triptych_identity_lookup using (true);

create table profiles (
  user_id uuid primary key references users on delete cascade,
  locale text not null,
  time_zone text not null,
  region text,
  updated_at timestamptz not null
);
create policy own on profiles to triptych_identity using (user_id = platform.user_id());

-- Who a person is at another identity provider.
create table linked_identities (
  issuer text not null,
  subject text not null,
  user_id uuid not null references users on delete cascade,
  created_at timestamptz not null,
  primary key (issuer, subject)
);
create index linked_identities__user_id on linked_identities (user_id);
create policy own on linked_identities to triptych_identity using (user_id = platform.user_id());
create policy lookup on linked_identities for select to triptych_identity_lookup using (true);

-- One row a device: the token family.
create table sessions (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  user_agent text,
  ip inet,
  authenticated_at timestamptz not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  revoked_at timestamptz
);
create index sessions__user_id on sessions (user_id);
create policy own on sessions to triptych_identity using (user_id = platform.user_id());

create table refresh_tokens (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  session_id uuid not null references sessions on delete cascade,
  token_hash bytea not null constraint refresh_tokens__token_hash unique,
  -- Mixed into the successor, so that neither the database nor the deployment secret alone yields it.
  salt bytea not null,
  used_at timestamptz,
  expires_at timestamptz not null,
  created_at timestamptz not null
);
create index refresh_tokens__session_id on refresh_tokens (session_id);
create policy own on refresh_tokens to triptych_identity using (user_id = platform.user_id());
create policy lookup on refresh_tokens for select to triptych_identity_lookup using (true);

-- Tokens of mails. They are derived from the id and the deployment's secret; only their hash is kept.
create table one_time_tokens (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  purpose text not null check (purpose in ('verify_email', 'reset_password')),
  -- The address it was sent to: it proves that one alone.
  email text not null,
  token_hash bytea not null constraint one_time_tokens__token_hash unique,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null
);
create index one_time_tokens__user_id on one_time_tokens (user_id);
create policy own on one_time_tokens to triptych_identity using (user_id = platform.user_id());
create policy lookup on one_time_tokens for select to triptych_identity_lookup using (true);

-- Mails that wait to be written; also for addresses without an account, so that asking looks the same.
create table mails (
  id uuid primary key,
  template text not null,
  email text not null,
  user_id uuid,
  invitation_id uuid,
  organization_id uuid,
  created_at timestamptz not null
);
create index mails__created_at on mails (created_at);
create policy deployment on mails to triptych_identity using (true);

create table organizations (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz
);
create policy lookup on organizations for select to triptych_identity_lookup using (true);

create table organization_members (
  organization_id uuid not null references organizations on delete cascade,
  user_id uuid not null references users on delete cascade,
  role text not null check (role in ('owner', 'admin', 'member')),
  joined_at timestamptz not null,
  constraint organization_members__pkey primary key (organization_id, user_id)
);
create index organization_members__user_id on organization_members (user_id);
create policy own on organization_members to triptych_identity
  using (user_id = platform.user_id() or organization_id = platform.organization_id());
create policy lookup on organization_members for select to triptych_identity_lookup using (true);

create policy own on organizations to triptych_identity
  using (
    id = platform.organization_id()
    or exists (
      select from organization_members m where m.organization_id = id and m.user_id = platform.user_id()
    )
  );

create table invitations (
  id uuid primary key,
  organization_id uuid not null references organizations on delete cascade,
  email text not null check (email = lower(email)),
  role text not null check (role in ('admin', 'member')),
  token_hash bytea not null constraint invitations__token_hash unique,
  invited_by uuid references users on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index invitations__organization_id on invitations (organization_id);
create index invitations__invited_by on invitations (invited_by);
create policy own on invitations to triptych_identity using (organization_id = platform.organization_id());
create policy lookup on invitations for select to triptych_identity_lookup using (true);

create table teams (
  id uuid primary key,
  organization_id uuid not null references organizations on delete cascade,
  name text not null,
  created_at timestamptz not null
);
create unique index teams__name on teams (organization_id, lower(name));
create policy own on teams to triptych_identity using (organization_id = platform.organization_id());

create table team_members (
  team_id uuid not null references teams on delete cascade,
  organization_id uuid not null,
  user_id uuid not null,
  added_at timestamptz not null,
  primary key (team_id, user_id),
  -- Who leaves the organisation leaves its teams.
  constraint team_members__member foreign key (organization_id, user_id)
    references organization_members on delete cascade
);
create index team_members__member on team_members (organization_id, user_id);
create policy own on team_members to triptych_identity
  using (organization_id = platform.organization_id());

-- Tokens of programs.
create table personal_tokens (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  organization_id uuid not null references organizations on delete cascade,
  name text not null,
  prefix text not null,
  token_hash bytea not null constraint personal_tokens__token_hash unique,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index personal_tokens__user_id on personal_tokens (user_id);
create index personal_tokens__organization_id on personal_tokens (organization_id);
create policy own on personal_tokens to triptych_identity using (user_id = platform.user_id());
create policy lookup on personal_tokens for select to triptych_identity_lookup using (true);

create table consents (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  purpose text not null,
  connector text,
  provider text,
  region text,
  document_version text,
  document_sha256 text,
  granted_at timestamptz not null,
  withdrawn_at timestamptz
);
create index consents__user_id on consents (user_id, purpose);
create policy own on consents to triptych_identity using (user_id = platform.user_id());

-- The key of a person's or organisation's texts, wrapped. Destroying the row makes them unreadable for good.
create table data_keys (
  subject_id uuid primary key,
  subject_kind text not null check (subject_kind in ('user', 'organization')),
  wrapped_key bytea not null,
  created_at timestamptz not null
);
create policy own on data_keys to triptych_identity
  using (subject_id in (platform.user_id(), platform.organization_id()));
create policy lookup on data_keys for select to triptych_identity_lookup using (true);

create table signing_keys (
  id uuid primary key,
  public_jwk jsonb not null,
  sealed_private_jwk bytea not null,
  published_at timestamptz not null,
  signs_from timestamptz not null,
  retires_at timestamptz not null
);
create policy deployment on signing_keys to triptych_identity using (true);

-- Identity tokens of other issuers that were exchanged: each counts once.
create table spent_tokens (
  token_hash bytea constraint spent_tokens__pkey primary key,
  expires_at timestamptz not null
);
create policy deployment on spent_tokens to triptych_identity using (true);

grant select on users, linked_identities, refresh_tokens, one_time_tokens, organizations, organization_members,
  invitations, personal_tokens, data_keys to triptych_identity_lookup;

create function find_login(wanted text)
  returns table (id uuid, password_hash text, status text, is_verified boolean)
  language sql stable security definer set search_path = identity, pg_temp
  as $$
    select id, password_hash, status, email_verified_at is not null
      from users where email = wanted and deleted_at is null
  $$;

create function find_refresh_token(wanted bytea) returns table (user_id uuid)
  language sql stable security definer set search_path = identity, pg_temp
  as $$ select user_id from refresh_tokens where token_hash = wanted $$;

create function find_one_time_token(wanted bytea, wanted_purpose text) returns table (user_id uuid)
  language sql stable security definer set search_path = identity, pg_temp
  as $$ select user_id from one_time_tokens where token_hash = wanted and purpose = wanted_purpose $$;

create function find_linked_identity(wanted_issuer text, wanted_subject text)
  returns table (user_id uuid, status text)
  language sql stable security definer set search_path = identity, pg_temp
  as $$
    select u.id, u.status
      from linked_identities l join users u on u.id = l.user_id
     where l.issuer = wanted_issuer and l.subject = wanted_subject and u.deleted_at is null
  $$;

-- A token counts while its person is active and belongs to its organisation.
create function find_personal_token(wanted bytea)
  returns table (
    id uuid, user_id uuid, organization_id uuid, scopes text[], expires_at timestamptz, last_used_at timestamptz
  )
  language sql stable security definer set search_path = identity, pg_temp
  as $$
    select t.id, t.user_id, t.organization_id, t.scopes, t.expires_at, t.last_used_at
      from personal_tokens t
      join users u on u.id = t.user_id and u.status = 'active' and u.deleted_at is null
      join organization_members m on m.organization_id = t.organization_id and m.user_id = t.user_id
      join organizations o on o.id = t.organization_id and o.closed_at is null
     where t.token_hash = wanted and t.revoked_at is null
  $$;

create function find_invitation(wanted bytea) returns table (id uuid, organization_id uuid)
  language sql stable security definer set search_path = identity, pg_temp
  as $$ select id, organization_id from invitations where token_hash = wanted $$;

create function find_data_key(wanted uuid) returns table (wrapped_key bytea)
  language sql stable security definer set search_path = identity, pg_temp
  as $$ select wrapped_key from data_keys where subject_id = wanted $$;

-- Names of the members of the organisation that the call acts in, and of no other.
create function people_of_organization() returns table (user_id uuid, email text, full_name text)
  language sql stable security definer set search_path = identity, platform, pg_temp
  as $$
    select u.id, u.email, u.full_name
      from organization_members m join users u on u.id = m.user_id and u.deleted_at is null
     where m.organization_id = platform.organization_id()
  $$;

-- Open organisations that nobody would own without the acting person.
create function solely_owned_organizations() returns table (id uuid, name text)
  language sql stable security definer set search_path = identity, platform, pg_temp
  as $$
    select o.id, o.name
      from organizations o
      join organization_members mine
        on mine.organization_id = o.id and mine.user_id = platform.user_id() and mine.role = 'owner'
     where o.closed_at is null
       and not exists (
         select from organization_members other join users u on u.id = other.user_id and u.deleted_at is null
          where other.organization_id = o.id and other.user_id <> mine.user_id and other.role = 'owner'
       )
     order by o.id
  $$;

create function list_users(wanted_status text, wanted text, before uuid, most integer)
  returns table (
    id uuid, email text, full_name text, is_verified boolean, status text, roles text[], created_at timestamptz,
    organizations text[]
  )
  language sql stable security definer set search_path = identity, pg_temp
  as $$
    select u.id, u.email, u.full_name, u.email_verified_at is not null, u.status, u.roles, u.created_at,
           array(
             select o.name from organization_members m join organizations o on o.id = m.organization_id
              where m.user_id = u.id and o.closed_at is null order by o.name
           )
      from users u
     where u.deleted_at is null
       and (wanted_status is null or u.status = wanted_status)
       and (before is null or u.id < before)
       and (
         wanted is null
         or position(lower(wanted) in u.email) > 0
         or exists (
           select from organization_members m join organizations o on o.id = m.organization_id
            where m.user_id = u.id and position(lower(wanted) in lower(o.name)) > 0
         )
       )
     order by u.id desc
     limit most
  $$;

grant usage on schema platform to triptych_identity_lookup;
