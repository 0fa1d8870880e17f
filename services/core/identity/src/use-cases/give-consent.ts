import { type Context, failure, type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import { agreedDocuments } from '../agreed-documents.ts'
import { auditOf } from '../audit.ts'
import type { identityContract } from '../contract/contract.ts'
import { errors } from '../contract/errors.ts'
import { events } from '../contract/events.ts'
import type { Deps } from '../deps.ts'
import { type ConsentRequest, missingFrom, wrongInDocument } from '../domain/consent.ts'
import { consentOf } from '../store/consents.ts'
import type { IdentityTables } from '../store/tables.ts'

export const giveConsent =
  (deps: Deps): HandlerOf<typeof identityContract, 'giveConsent'> =>
  async (context, input) => {
    const missing = missingFrom(input)
    if (missing.length > 0) {
      const issues = missing.map((path) => ({ path, message: `Needed for the purpose ${input.purpose}.` }))
      throw failure(errors.consent_incomplete, { issues })
    }
    const wrong = wrongInDocument(input, agreedDocuments)
    if (wrong.length > 0) throw failure(errors.document_unknown, { issues: wrong })
    return save(deps, context, rowOf(deps, userIdOf(context.actor) ?? '', input))
  }

type Row = IdentityTables['consents']

const rowOf = (deps: Deps, userId: string, input: ConsentRequest): Row => ({
  id: deps.newId(),
  user_id: userId,
  purpose: input.purpose,
  connector: input.connector ?? null,
  provider: input.provider ?? null,
  region: input.region ?? null,
  document_version: input.document?.version ?? null,
  document_sha256: input.document?.sha256 ?? null,
  granted_at: isoTime(deps.clock),
  withdrawn_at: null,
})

async function save(deps: Deps, context: Context, row: Row) {
  const audit = await auditOf(deps, context, row.user_id)
  return deps.db.write(context, async (transaction) => {
    const { query, emit, remember } = transaction
    // Given twice at once, it is in force once: taking it back must leave nothing behind.
    await query.selectFrom('users').select('id').where('id', '=', row.user_id).forNoKeyUpdate().execute()
    const inForce = await query
      .selectFrom('consents')
      .selectAll()
      .where('user_id', '=', row.user_id)
      .where('purpose', '=', row.purpose)
      .where('withdrawn_at', 'is', null)
      .execute()
    const known = inForce.find((other) => aboutOf(other) === aboutOf(row))
    const answer = consentOf(known ?? row)
    remember(answer)
    if (known !== undefined) return answer
    await query.insertInto('consents').values(row).execute()
    emit(events.consentGiven, {
      userId: row.user_id,
      consentId: row.id,
      purpose: row.purpose,
      connector: row.connector ?? '',
      provider: row.provider ?? '',
    })
    audit(transaction, { action: 'identity.consent.given', target: `consent:${row.id}` })
    return answer
  })
}

const aboutOf = (row: Row): string =>
  JSON.stringify([row.connector, row.provider, row.region, row.document_version, row.document_sha256])
