import { integrationsContract } from '@triptych/integrations/contract'
import { newId } from '@triptych/kernel'
import { type Person, personOf, send, testPassword } from '@triptych/testkit'
import type { CandidateText } from '../../src/domain/candidate.ts'
import type { Scene } from '../system.ts'
import type { OpenStage } from './stage.ts'

const staleMs = 6 * 60_000

/** A list of tasks of every kind in a Todoist account of one's own. */
async function connected(scene: Scene): Promise<{ readonly person: Person; readonly account: string }> {
  const email = `${newId()}@example.net`
  await scene.todoist('POST', '/accounts', { email, filling: 'empty' })
  const account = `/accounts/${email}/tasks`
  const parent = (await scene.todoist('POST', account, { content: 'Pack the suitcase' })) as { id: string }
  for (const task of [
    { content: 'Fold the shirts', parent_id: parent.id, description: 'The blue ones first' },
    { content: 'Water the ferns', due_string: 'every day', labels: ['plants'] },
    { content: 'Ring the dentist', due_string: 'tomorrow at 9:00', priority: 4 },
    { content: 'Return the library books', due: { date: '2026-01-05' } },
    { content: '* Ideas for the summer' },
    { content: '* Chapter one', parent_id: parent.id },
  ])
    await scene.todoist('POST', account, task)
  return { person: await scene.person({ connected: email }), account }
}

/** By then the first session’s time is over. */
async function signIn({ system }: Scene, { email }: Person): Promise<Person> {
  const credentials = { email, password: testPassword }
  const { body } = await send(system, 'POST', '/api/v1/auth/login', { body: credentials })
  return personOf(system, { ...(body as Parameters<typeof personOf>[1]), email })
}

export const taskStage: OpenStage = async (scene) => {
  const { person, account } = await connected(scene)
  const { person: stranger } = await connected(scene)

  /** Read again, as everything older than five minutes is. */
  async function readAgain(): Promise<void> {
    scene.system.clock.advance(staleMs)
    const context = scene.system.contextFor(person.userId)
    await scene.system
      .clientOf(integrationsContract, 'recommender')
      .listOpenTasks(context, { user_id: person.userId, limit: 1 })
    await scene.system.settle()
  }
  const at = async ({ deepLink }: CandidateText, verb: string, body: object = {}) => {
    await scene.todoist('POST', `${account}/${deepLink?.split('/').at(-1)}/${verb}`, body)
    await readAgain()
  }
  return {
    userId: person.userId,
    strangerId: stranger.userId,
    isPersonal: true,
    never: ['Ideas for the summer', 'Chapter one'],
    endings: {
      completed: (_candidate, text) => at(text, 'complete'),
      deleted: (_candidate, text) => at(text, 'delete'),
      'made a heading': (_candidate, text) => at(text, 'update', { content: `* ${text.title}` }),
      disconnected: async () => {
        const reply = await (await signIn(scene, person)).send('DELETE', '/api/v1/connectors/todoist')
        if (reply.status >= 300) throw new Error(`disconnecting answered ${reply.text}`)
      },
    },
  }
}
