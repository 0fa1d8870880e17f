import { createHash } from 'node:crypto'
import { commit } from '@triptych/vault'

/** What an entry says, in the form that is committed to. */
export interface AuditFact {
  readonly id: string
  readonly tenant_kind: string
  readonly tenant_id: string
  readonly position: number
  readonly action: string
  readonly target: string
  readonly occurred_at: string
  readonly actor_user_id: string | null
  readonly refs: Readonly<Record<string, string>>
}

/** The start of every chain. */
export const genesis: Uint8Array = Buffer.alloc(32)

const hashLength = 32

/** The key as the vault takes it: the secret is 32 random bytes or more, in base64. */
export const auditKeyOf = (secret: string): Uint8Array => Buffer.from(secret, 'base64')

export function commitmentTo(key: Uint8Array, fact: AuditFact): Uint8Array {
  const refs = Object.entries(fact.refs).map(([name, value]): [string, string] => [`ref.${name}`, value])
  return commit(key, {
    id: fact.id,
    tenant_kind: fact.tenant_kind,
    tenant_id: fact.tenant_id,
    position: fact.position,
    action: fact.action,
    target: fact.target,
    occurred_at: new Date(fact.occurred_at).toISOString(),
    actor_user_id: fact.actor_user_id,
    ...Object.fromEntries(refs),
  })
}

/** Commits to the sealed personal part, so that it can be forgotten and yet not be exchanged. */
export const personalCommitmentTo = (key: Uint8Array, id: string, sealed: Uint8Array): Uint8Array =>
  commit(key, { id, sealed_personal: Buffer.from(sealed) })

/** Ties an entry to all before it. */
export function linkAfter(
  previous: Uint8Array,
  entry: { readonly commitment: Uint8Array; readonly personal_commitment: Uint8Array | null },
): Uint8Array {
  return createHash('sha256')
    .update('triptych/audit/1')
    .update(previous)
    .update(entry.commitment)
    .update(entry.personal_commitment ?? Buffer.alloc(hashLength))
    .digest()
}

export interface AuditHead {
  readonly tenant_kind: string
  readonly tenant_id: string
  readonly length: number
  readonly hash: Uint8Array
}

/** Proves how long a chain is, so that entries missing from its end are missed. */
export const headMac = (key: Uint8Array, head: AuditHead): Uint8Array =>
  commit(key, {
    tenant_kind: head.tenant_kind,
    tenant_id: head.tenant_id,
    length: head.length,
    hash: Buffer.from(head.hash),
  })
