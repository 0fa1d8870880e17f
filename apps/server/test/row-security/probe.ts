import type { Grant, Owner, Table } from './catalogue.ts'
import { insertRow, people, valueOf } from './rows.ts'

/** Whose rows a privilege reaches: the bound person's alone, everybody's, nobody's, or something that is none of these. */
export type Reach = 'own' | 'all' | 'none' | 'mixed'

/** Rows that a module’s code reaches whoever it acts for, each with its reason. Anything else is one person’s own. */
export const sharedRows: Readonly<Record<string, string>> = {
  'ai_gateway.ai_budgets': 'money of the deployment',
  'ai_gateway.ai_canary_figures': 'numbers of a trial',
  'ai_gateway.ai_canary_rollbacks': 'outcomes of trials',
  'ai_gateway.ai_holds': 'money of the deployment',
  'ai_gateway.ai_usage_events insert': 'written after the call that it tells of has ended',
  'billing.plan_prices': 'the price list, as Stripe has it',
  'billing.plans': 'the price list',
  'billing.reconciliations': 'times and counts, of nobody',
  'billing.stripe_events': 'whose an event is stands inside it; kept without personal fields',
  'billing.subscription_plans': 'the price list of organisations',
  'identity.mails': 'mails that wait; also to addresses without an account',
  'identity.signing_keys': 'keys of the deployment',
  'identity.spent_tokens': 'hashes of tokens, of nobody',
  'integrations.revocations': 'access being taken back; names nobody, outlives the account',
  'integrations.webhook_deliveries': 'hashes of deliveries, of nobody',
  'licensing.signing_keys': 'keys of the deployment',
  'metrics.counters': 'sums a day over everybody, of nobody',
  'privacy.audit_entries insert': 'told of any tenant by any module',
  'privacy.audit_heads': 'the ends of the chains of hashes',
  'privacy.erasures': 'outlive the account they are about',
  'privacy.receipt_services': 'shown for a token when the account is gone',
  'privacy.receipts': 'shown for a token when the account is gone',
  'safety.safety_counters': 'numbers that point at nobody',
}

const commands = ['select', 'insert', 'update', 'delete'] as const
type Command = (typeof commands)[number]

/** What is wrong with who reaches which rows of a table; empty when it is as it should be. */
export async function violationsOf(owner: Owner, table: Table): Promise<string[]> {
  const violations: string[] = []
  for (const grant of table.grants) {
    for (const command of commands) {
      if (!holds(grant, command)) continue
      const reach = await reachOf(owner, table, grant, command)
      const expected = expectedReach(table, grant, command)
      if (reach !== expected) {
        violations.push(
          `${grant.role} ${command} ${table.schema}.${table.name}: reaches ${reach}, not ${expected}`,
        )
      }
    }
  }
  return violations
}

const holds = (grant: Grant, command: Command): boolean =>
  command === 'update' ? grant.update.length > 0 : grant[command]

/**
 * A privilege that reaches nothing is a mistake too: either its policy is missing, or it was never meant and is to be
 * revoked. The relay and the lookup functions work before anybody is known.
 */
function expectedReach(table: Table, grant: Grant, command: Command): Reach {
  if (grant.role !== `triptych_${table.schema}`) return 'all'
  if (table.name === 'inbox' || (table.name === 'outbox' && command === 'insert')) return 'all'
  const name = `${table.schema}.${table.name}`
  return [name, `${name} ${command}`].some((key) => sharedRows[key] !== undefined) ? 'all' : 'own'
}

async function reachOf(owner: Owner, table: Table, grant: Grant, command: Command): Promise<Reach> {
  if (command === 'insert') return reachOfInsert(owner, table, grant)
  const statement = statementOf(table, grant, command)
  const counts = []
  for (const person of [people.ada, people.ben, people.stranger]) {
    counts.push(await rowsTouched(owner, { role: grant.role, person, statement }))
  }
  const [ada, ben, stranger] = counts
  if (ada === 1 && ben === 1 && stranger === 0) {
    return command === 'update' && (await givesAway(owner, table, grant)) ? 'mixed' : 'own'
  }
  if (ada === 2 && ben === 2 && stranger === 2) return 'all'
  return ada === 0 && ben === 0 && stranger === 0 ? 'none' : 'mixed'
}

function statementOf(table: Table, grant: Grant, command: 'select' | 'update' | 'delete'): string {
  const name = `${table.schema}.${table.name}`
  if (command === 'select') return `select 1 from ${name}`
  if (command === 'delete') return `delete from ${name}`
  // Without reading a column the policies for reading do not help: the one for updates stands alone.
  const plain = table.columns.findLast(({ name: one, type }) => type !== 'uuid' && grant.update.includes(one))
  const column = grant.update.at(-1) ?? ''
  return plain === undefined
    ? `update ${name} set "${column}" = "${column}"`
    : `update ${name} set "${plain.name}" = '${valueOf(plain.type, people.ada)}'`
}

/** Whether a person could make their row another's. */
async function givesAway(owner: Owner, table: Table, grant: Grant): Promise<boolean> {
  const name = `${table.schema}.${table.name}`
  const references = table.columns.filter(
    ({ type, name: column }) => type === 'uuid' && grant.update.includes(column),
  )
  if (references.length === 0) return false
  const assignments = references.map((column) => `"${column.name}" = '${people.ben}'`).join(', ')
  const before = `delete from ${name} where "${references[0]?.name}" = '${people.ben}'`
  const statement = `update ${name} set ${assignments}`
  return (await rowsTouched(owner, { role: grant.role, person: people.ada, before, statement })) > 0
}

async function reachOfInsert(owner: Owner, table: Table, grant: Grant): Promise<Reach> {
  const before = `delete from ${table.schema}.${table.name}`
  const inserted = (id: string) =>
    rowsTouched(owner, { role: grant.role, person: people.ada, before, statement: insertRow(table, id) })
  const [forAda, forBen] = [await inserted(people.ada), await inserted(people.ben)]
  if (forAda === 1 && forBen === 1) return 'all'
  if (forAda === 1) return 'own'
  return forBen === 1 ? 'mixed' : 'none'
}

const insufficientPrivilege = '42501'

/** A statement in the name of a role and person, after what the owner does to make room for it. */
interface Attempt {
  readonly role: string
  readonly person: string
  readonly before?: string
  readonly statement: string
}

/** How many rows it touches; nothing of it stays. */
async function rowsTouched(owner: Owner, attempt: Attempt): Promise<number> {
  const { role, person, before, statement } = attempt
  await owner.query('savepoint probe')
  try {
    await owner.query(
      `${before === undefined ? '' : `${before};`} set local role ${role};
       select set_config('app.user_id', '${person}', true), set_config('app.organization_id', '${person}', true)`,
    )
    return (await owner.query(statement)).rowCount ?? 0
  } catch (error) {
    if ((error as { code?: string }).code === insufficientPrivilege) return 0
    throw error
  } finally {
    await owner.query('rollback to savepoint probe')
  }
}
