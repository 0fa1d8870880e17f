import type { FragmentsByType, SessionDto } from '../contract/contract.ts'

interface Session {
  readonly id: string
  readonly started_at: string
  readonly closed_at: string | null
}

interface Counts {
  readonly messages: number
  readonly fragmentsByType: FragmentsByType
}

export const toSessionDto = ({ id, started_at, closed_at }: Session, counts: Counts): SessionDto => ({
  id,
  started_at,
  closed_at,
  messages: counts.messages,
  fragments_by_type: counts.fragmentsByType,
})
