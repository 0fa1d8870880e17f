import { actingFor, type Context, type HandlerOf, isoTime } from '@triptych/kernel'
import type { WithAccess } from '../access.ts'
import { syncKey } from '../begin-connection.ts'
import type { ActionOutcome } from '../connectors/connector.ts'
import type { integrationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { integrationsJobs } from '../jobs.ts'
import { providerFailure } from '../provider-failure.ts'
import { keepCommand, settleCommand } from '../store/commands.ts'
import { findConnection } from '../store/connections.ts'
import { findTask, markTask } from '../store/tasks.ts'
import type { CommandRow, TaskRow } from '../store/tables.ts'

type Act = HandlerOf<typeof integrationsContract, 'act'>

/** The command is written down before it is sent: whatever breaks, sending it again has no second effect. */
export const act =
  (deps: Deps, withAccess: WithAccess): Act =>
  async (outer, input, fail) => {
    const context = actingFor(outer, input.user_id)
    const begun = await deps.db.write(context, async ({ query }) => {
      const task = await findTask(query, input.task_id)
      if (task === undefined) return undefined
      const place = { userId: input.user_id, provider: task.provider }
      const command = await keepCommand(query, rowOf(deps, input, task))
      return { task, command, connection: await findConnection(query, place) }
    })
    if (begun === undefined) return { outcome: 'gone', is_recurring: false }
    const { task, command, connection } = begun
    const isRecurring = command.was_recurring
    if (command.outcome !== null) return { outcome: command.outcome, is_recurring: isRecurring }
    if (connection?.status === 'needs_reconnect') throw fail('integrations.needs_reconnect')
    if (connection?.status !== 'connected') throw fail('integrations.not_connected')
    const outcome = await decide(deps, withAccess, context, { task, command })
    await settle(deps, context, { task, command, outcome })
    return { outcome, is_recurring: isRecurring }
  }

const rowOf = (deps: Deps, input: Parameters<Act>[1], task: TaskRow): CommandRow => ({
  id: input.command_id,
  user_id: input.user_id,
  task_id: task.id,
  provider: task.provider,
  action: input.action,
  outcome: null,
  was_recurring: task.is_recurring,
  created_at: isoTime(deps.clock),
})

/** Nothing is sent when what is known already says that it has happened. */
async function decide(
  deps: Deps,
  withAccess: WithAccess,
  context: Context,
  { task, command }: { task: TaskRow; command: CommandRow },
): Promise<ActionOutcome> {
  if (task.is_deleted) return 'gone'
  if (command.action === 'reopen' && command.was_recurring) return 'unsupported'
  if (task.is_checked === (command.action === 'complete')) return 'already'
  const connector = deps.connectors.get(task.provider)
  const perform = connector?.act
  if (perform === undefined) return 'unsupported'
  const place = { userId: command.user_id, provider: task.provider }
  const action = {
    commandId: command.id,
    action: command.action,
    externalId: task.external_id,
    isRecurring: command.was_recurring,
  }
  try {
    return await withAccess(context, place, (credential) => perform(credential, action, context.signal))
  } catch (error) {
    throw providerFailure(error)
  }
}

async function settle(
  deps: Deps,
  context: Context,
  { task, command, outcome }: { task: TaskRow; command: CommandRow; outcome: ActionOutcome },
): Promise<void> {
  const now = isoTime(deps.clock)
  const { user_id: userId, provider } = task
  await deps.db.write(context, async (transaction) => {
    const { query } = transaction
    await settleCommand(query, command.id, outcome)
    if (outcome === 'gone') await markTask(query, task.id, { is_deleted: true, seen_at: now })
    if (outcome !== 'done') return
    if (!command.was_recurring) {
      await markTask(query, task.id, { is_checked: command.action === 'complete', seen_at: now })
    }
    const key = { singletonKey: syncKey({ userId, provider }) }
    await deps.jobs.send(integrationsJobs.sync, { provider }, { userId, transaction, ...key })
  })
}
