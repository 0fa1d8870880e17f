import type { ReactNode } from 'react'
import { useMembers } from '../../api/members.ts'
import { machineCode } from '../../format/machine.ts'
import { namesTo } from '../../format/names.ts'
import { useCompany } from '../../session/use-company.ts'

interface Props {
  /** The beginning of its hash. */
  readonly hash: string
  /** Who was signed in at it, if anybody was. */
  readonly userId?: string | null
}

/** A machine by whoever works at it, where that is known, and by its code. */
export function MachineName({ hash, userId = null }: Props): ReactNode {
  const name = useHolderName(userId)
  const code = machineCode(hash)
  return name === undefined ? (
    <code className="whole">{code}</code>
  ) : (
    <>
      {name} <code className="whole small soft">{code}</code>
    </>
  )
}

function useHolderName(userId: string | null): string | undefined {
  const here = useCompany()
  const members = useMembers(userId === null ? undefined : here?.company.id)
  return userId === null ? undefined : namesTo(here?.me, members.data)(userId)
}
