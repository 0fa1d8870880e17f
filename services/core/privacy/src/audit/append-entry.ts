import type { Transaction } from '@triptych/db'
import type { auditRecorded, EventBody } from '@triptych/kernel'
import type { PrivacyTables } from '../store/tables.ts'
import { commitmentTo, genesis, headMac, linkAfter, personalCommitmentTo } from './seal-entry.ts'

type Tx = Transaction<PrivacyTables>
type Recorded = EventBody<typeof auditRecorded>

/** Seals one entry to the end of its tenant's chain. The chain's head is held, so entries of a tenant come one by one. */
export async function appendEntry(
  { query, withCommit }: Tx,
  key: Uint8Array,
  event: { id: string; body: Recorded },
): Promise<void> {
  const { id, body } = event
  const tenant = { tenant_kind: body.tenantKind, tenant_id: body.tenantId }
  const head = await lockHead(query, key, tenant)
  const fact = {
    id,
    ...tenant,
    position: head.length + 1,
    action: body.action,
    target: body.target,
    occurred_at: body.occurredAt,
    actor_user_id: body.actorUserId === '' ? null : body.actorUserId,
    refs: body.references,
  }
  const sealed = body.sealedPersonal.length === 0 ? null : Buffer.from(body.sealedPersonal)
  const entry = {
    commitment: commitmentTo(key, fact),
    personal_commitment: sealed === null ? null : personalCommitmentTo(key, id, sealed),
  }
  const hash = linkAfter(head.hash, entry)
  const inserted = query
    .insertInto('audit_entries')
    .values({
      ...fact,
      ...entry,
      position: String(fact.position),
      refs: JSON.stringify(fact.refs),
      sealed_personal: sealed,
      hash,
    })
    .execute()
  const next = { ...tenant, length: fact.position, hash }
  const moved = query
    .updateTable('audit_heads')
    .set({ length: String(next.length), hash, mac: headMac(key, next) })
    .where('tenant_kind', '=', tenant.tenant_kind)
    .where('tenant_id', '=', tenant.tenant_id)
    .execute()
  withCommit(inserted, moved)
}

async function lockHead(
  query: Tx['query'],
  key: Uint8Array,
  tenant: { tenant_kind: string; tenant_id: string },
) {
  const empty = { ...tenant, length: 0, hash: genesis }
  const begun = query
    .insertInto('audit_heads')
    .values({ ...tenant, length: '0', hash: genesis, mac: headMac(key, empty) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const found = query
    .selectFrom('audit_heads')
    .select(['length', 'hash'])
    .where('tenant_kind', '=', tenant.tenant_kind)
    .where('tenant_id', '=', tenant.tenant_id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const [head] = await Promise.all([found, begun])
  return { length: Number(head.length), hash: head.hash }
}
