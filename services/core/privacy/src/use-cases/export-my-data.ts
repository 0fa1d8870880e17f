import { auditRecorded, type Context, type HandlerOf, isoTime, userIdOf } from '@triptych/kernel'
import { type BuiltArchive, buildArchive } from '../archive/build-archive.ts'
import { collectPersonalData } from '../archive/collect.ts'
import { archiveLifeMs, keepArchive, openArchive } from '../archive/kept-archives.ts'
import type { privacyContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { ownSections } from './export-personal-data.ts'

type ExportMyData = HandlerOf<typeof privacyContract, 'exportMyData'>

export const exportMyData =
  (deps: Deps): ExportMyData =>
  async (context, input, fail) => {
    const userId = userIdOf(context.actor) ?? ''
    if (input.archive !== undefined) {
      const found = await fetchAgain(deps, context, { userId, id: input.archive })
      if (found === undefined) throw fail('privacy.archive_not_found')
      return found
    }
    const now = isoTime(deps.clock)
    const own = { userId, sections: await ownSections(deps, context, userId) }
    const built = await buildArchive(await collectPersonalData(deps, context, own), { userId, now })
    if (built === undefined) throw fail('privacy.archive_too_large')
    const archive = { id: deps.newId(), userId, filename: `triptych-${now.slice(0, 10)}.zip` }
    const kept = await keep(deps, context, { ...archive, zip: built.zip })
    await record(deps, context, { ...archive, built, now, kept })
    return {
      id: archive.id,
      filename: archive.filename,
      sha256: built.sha256,
      kept,
      missing: [...built.missing],
      zip: Buffer.from(built.zip).toString('base64'),
    }
  }

async function fetchAgain(deps: Deps, context: Context, wanted: { userId: string; id: string }) {
  const now = isoTime(deps.clock)
  const row = await deps.db.read(context, (query) =>
    query
      .selectFrom('archives')
      .selectAll()
      .where('id', '=', wanted.id)
      .where('expires_at', '>', now)
      .executeTakeFirst(),
  )
  if (row === undefined) return undefined
  const zip = await openArchive(deps, context, wanted)
  if (zip === undefined) return undefined
  const { id, filename, sha256, missing } = row
  return { id, filename, sha256, kept: true, missing, zip }
}

/** An archive that cannot be put aside is still handed over. */
async function keep(
  deps: Deps,
  context: Context,
  archive: { userId: string; id: string; zip: Uint8Array },
): Promise<boolean> {
  try {
    await keepArchive(deps, context, archive)
    return true
  } catch (error) {
    deps.logger.for(context).warn({ error }, 'privacy.archive_not_kept')
    return false
  }
}

interface Made {
  readonly id: string
  readonly userId: string
  readonly filename: string
  readonly built: BuiltArchive
  readonly now: string
  readonly kept: boolean
}

async function record(deps: Deps, context: Context, made: Made): Promise<void> {
  const cipher = await deps.ciphers.cipherOf(context, made.userId)
  const personal = JSON.stringify({ ip: context.ip ?? null, user_agent: context.userAgent ?? null })
  const cell = { table: 'audit', column: 'sealed_personal', row: made.userId }
  await deps.db.write(context, async ({ query, emit }) => {
    await query.deleteFrom('archives').where('user_id', '=', made.userId).execute()
    if (made.kept) {
      await query
        .insertInto('archives')
        .values({
          id: made.id,
          user_id: made.userId,
          filename: made.filename,
          sha256: made.built.sha256,
          missing: [...made.built.missing],
          created_at: made.now,
          expires_at: new Date(Date.parse(made.now) + archiveLifeMs).toISOString(),
        })
        .execute()
    }
    emit(auditRecorded, {
      tenantKind: 'user',
      tenantId: made.userId,
      action: 'privacy.archive.exported',
      target: `archive:${made.id}`,
      occurredAt: made.now,
      actorUserId: made.userId,
      references: made.built.missing.length === 0 ? {} : { missing: made.built.missing.join(',') },
      sealedPersonal: cipher.encrypt(personal, cell),
    })
  })
}
