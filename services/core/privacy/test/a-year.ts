import { identityContract } from '@triptych/identity/contract'
import { newId } from '@triptych/kernel'
import type { TestSystem } from '@triptych/testkit'
import { createCipher } from '@triptych/vault'
import { platformKeyRing } from './key-ring.ts'

/** Sealed turns as the service itself would have written them over a year. */
export async function createTurnRows(
  system: TestSystem,
  userId: string,
  year: { turns: number; thought: string },
): Promise<void> {
  const { wrapped_key: wrapped } = await system
    .clientOf(identityContract)
    .getDataKey(system.contextFor(), { subject_id: userId })
  const dataKey = await platformKeyRing(system).unwrap(Buffer.from(wrapped ?? '', 'base64'), userId)
  const cipher = createCipher({ subject: userId, dataKey })
  const answer = JSON.stringify({
    reframes: ['evidence', 'distance', 'kindness'].map((lens) => ({ lens, text: year.thought })),
    micro_action: { text: 'Ask one person what they heard.', minutes: 5 },
    crisis: null,
  })
  const client = await system.database.owner.pool.connect()
  try {
    await client.query('reset role')
    for (let index = 0; index < year.turns; index += 1) {
      const id = newId()
      const cell = (column: string) => ({ table: 'turns', column, row: id })
      await client.query(
        `insert into turn.turns (id, user_id, status, sealed_thought, sealed_answer, engine, prompt_version, saved_at, created_at)
         values ($1, $2, 'ok', $3, $4, 'offline', null, null, now() - make_interval(hours => $5))`,
        [
          id,
          userId,
          cipher.encrypt(year.thought, cell('sealed_thought')),
          cipher.encrypt(answer, cell('sealed_answer')),
          index * 8,
        ],
      )
    }
  } finally {
    await client.query('set role triptych_app')
    client.release()
  }
}
