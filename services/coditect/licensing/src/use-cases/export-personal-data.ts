import { actingFor, type HandlerOf } from '@triptych/kernel'
import type { licensingContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { sessionsOfPerson } from '../store/session-history.ts'

export const exportPersonalData =
  ({ db }: Pick<Deps, 'db'>): HandlerOf<typeof licensingContract, 'exportPersonalData'> =>
  async (context, { user_id: userId }) => {
    const rows = await db.readOne(actingFor(context, userId), (query) => sessionsOfPerson(query, userId))
    const items = rows.map((row) => ({
      id: row.id,
      license_id: row.license_id,
      organization_id: row.organization_id,
      machine: row.machine,
      ip: row.ip,
      user_agent: row.user_agent,
      machine_name: row.machine_name,
      started_at: row.started_at,
      last_heartbeat_at: row.last_heartbeat_at,
      ended_at: row.ended_at,
      end_reason: row.end_reason,
    }))
    return { sections: [{ name: 'seats', items }] }
  }
