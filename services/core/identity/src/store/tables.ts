import type { GeneratedAlways, JSONColumnType } from 'kysely'
import type { InvitationEnd } from '../domain/invitation-state.ts'
import type { Role } from '../domain/roles.ts'

export type { Role } from '../domain/roles.ts'
export type UserStatus = 'active' | 'suspended' | 'inactive'
export type MailTemplate =
  | 'verify_email'
  | 'email_already_registered'
  | 'password_reset'
  | 'password_changed'
  | 'organization_invitation'
  | 'account_deleted'

interface AccountTables {
  users: {
    id: string
    email: string
    email_verified_at: string | null
    full_name: string
    password_hash: string | null
    roles: string[]
    status: UserStatus
    created_at: string
    updated_at: string
    deleted_at: string | null
  }
  profiles: { user_id: string; locale: string; time_zone: string; region: string | null; updated_at: string }
  linked_identities: { issuer: string; subject: string; user_id: string; created_at: string }
  consents: {
    id: string
    user_id: string
    purpose: string
    connector: string | null
    provider: string | null
    region: string | null
    document_version: string | null
    document_sha256: string | null
    granted_at: string
    withdrawn_at: string | null
  }
  data_keys: {
    subject_id: string
    subject_kind: 'user' | 'organization'
    wrapped_key: Uint8Array
    key_id: GeneratedAlways<string>
    created_at: string
  }
}

interface CredentialTables {
  sessions: {
    id: string
    user_id: string
    user_agent: string | null
    ip: string | null
    authenticated_at: string
    created_at: string
    last_used_at: string
    revoked_at: string | null
  }
  refresh_tokens: {
    id: string
    user_id: string
    session_id: string
    token_hash: Uint8Array
    salt: Uint8Array
    used_at: string | null
    expires_at: string
    created_at: string
  }
  one_time_tokens: {
    id: string
    user_id: string
    purpose: 'verify_email' | 'reset_password'
    email: string
    token_hash: Uint8Array
    expires_at: string
    used_at: string | null
    created_at: string
  }
  personal_tokens: {
    id: string
    user_id: string
    organization_id: string | null
    name: string
    prefix: string
    token_hash: Uint8Array
    scopes: string[]
    created_at: string
    expires_at: string
    last_used_at: string | null
    revoked_at: string | null
  }
  signing_keys: {
    id: string
    public_jwk: JSONColumnType<Record<string, unknown>>
    sealed_private_jwk: Uint8Array
    published_at: string
    signs_from: string
    retires_at: string
  }
  spent_tokens: { token_hash: Uint8Array; expires_at: string }
  mails: {
    id: string
    template: MailTemplate
    email: string
    user_id: string | null
    invitation_id: string | null
    organization_id: string | null
    return_to: string | null
    created_at: string
  }
}

interface OrganizationTables {
  organizations: {
    id: string
    name: string
    created_at: string
    updated_at: string
    closed_at: string | null
  }
  organization_members: { organization_id: string; user_id: string; role: Role; joined_at: string }
  invitations: {
    id: string
    organization_id: string
    email: string
    role: 'admin' | 'member'
    token_hash: Uint8Array
    invited_by: string | null
    created_at: string
    expires_at: string
    ended_at: string | null
    end_reason: InvitationEnd | null
  }
  teams: { id: string; organization_id: string; name: string; created_at: string }
  team_members: { team_id: string; organization_id: string; user_id: string; added_at: string }
}

export interface IdentityTables extends AccountTables, CredentialTables, OrganizationTables {}
