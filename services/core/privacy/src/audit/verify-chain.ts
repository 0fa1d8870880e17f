import { type Kysely, sql } from 'kysely'
import type { AuditEntryRow, PrivacyTables } from '../store/tables.ts'
import { commitmentTo, genesis, headMac, linkAfter, personalCommitmentTo } from './seal-entry.ts'

type Query = Kysely<PrivacyTables>

export interface Chain {
  readonly tenant_kind: string
  readonly tenant_id: string
}
export interface Broken {
  readonly position: number
  readonly problem: 'changed' | 'removed' | 'head_changed'
}
export interface Verdict {
  readonly rows: number
  readonly broken: Broken | undefined
}

const pageSize = 1_000

export async function listChains(query: Query): Promise<Chain[]> {
  const heads = await query.selectFrom('audit_heads').select(['tenant_kind', 'tenant_id']).execute()
  const entries = await sql<Chain>`select * from audit_chains()`.execute(query)
  const all = [...heads, ...entries.rows].map((chain): [string, Chain] => [
    `${chain.tenant_kind}/${chain.tenant_id}`,
    { tenant_kind: chain.tenant_kind, tenant_id: chain.tenant_id },
  ])
  return [...new Map(all).values()]
}

/**
 * Walks one chain from its start and stops at the first row that is not as it was sealed. The head is read first:
 * entries that come meanwhile are links like all others, and not yet promised by it.
 */
export async function verifyChain(query: Query, key: Uint8Array, chain: Chain): Promise<Verdict> {
  const head = await readHead(query, key, chain)
  let [position, hash, hashAtHead] = [0, genesis, head?.length === 0 ? genesis : undefined]
  for (;;) {
    const page = await readPage(query, chain, position)
    for (const row of page) {
      const problem = problemOf(key, row, { position: position + 1, hash })
      if (problem !== undefined) return { rows: position, broken: { position: position + 1, problem } }
      position += 1
      hash = row.hash
      if (position === head?.length) hashAtHead = hash
    }
    if (page.length < pageSize) break
  }
  return { rows: position, broken: problemAtEnd(head, position, hashAtHead) }
}

async function readPage(query: Query, chain: Chain, beyond: number): Promise<AuditEntryRow[]> {
  const found = await sql<AuditEntryRow>`select * from audit_chain(
    ${chain.tenant_kind}, ${chain.tenant_id}, ${beyond}, ${pageSize})`.execute(query)
  return found.rows
}

const same = (left: Uint8Array, right: Uint8Array): boolean => Buffer.from(left).equals(right)

function problemOf(
  key: Uint8Array,
  row: AuditEntryRow,
  expected: { readonly position: number; readonly hash: Uint8Array },
): Broken['problem'] | undefined {
  if (Number(row.position) !== expected.position) return 'removed'
  const isSame =
    same(row.commitment, commitmentTo(key, { ...row, position: expected.position })) &&
    same(row.hash, linkAfter(expected.hash, row)) &&
    isPersonalPartSame(key, row)
  return isSame ? undefined : 'changed'
}

/** A personal part that was forgotten is as it should be; one that is there must be the one that was sealed. */
function isPersonalPartSame(key: Uint8Array, row: AuditEntryRow): boolean {
  if (row.sealed_personal === null) return true
  return (
    row.personal_commitment !== null &&
    same(row.personal_commitment, personalCommitmentTo(key, row.id, row.sealed_personal))
  )
}

/** Undefined when there is none, or none that was made with the key. */
async function readHead(query: Query, key: Uint8Array, chain: Chain) {
  const head = await query
    .selectFrom('audit_heads')
    .selectAll()
    .where('tenant_kind', '=', chain.tenant_kind)
    .where('tenant_id', '=', chain.tenant_id)
    .executeTakeFirst()
  const length = Number(head?.length ?? 0)
  const isGenuine = head !== undefined && same(head.mac, headMac(key, { ...head, length }))
  return isGenuine ? { length, hash: head.hash } : undefined
}

function problemAtEnd(
  head: { readonly length: number; readonly hash: Uint8Array } | undefined,
  length: number,
  hashAtHead: Uint8Array | undefined,
): Broken | undefined {
  if (head !== undefined && head.length > length) return { position: length + 1, problem: 'removed' }
  const isPromised = head !== undefined && hashAtHead !== undefined && same(head.hash, hashAtHead)
  return isPromised ? undefined : { position: length + 1, problem: 'head_changed' }
}
